### Texts of the built-in theme. A project's own messages with these ids take their place.

skip-to-content = Skip to the content
breadcrumb-label = You are here
languages-label = Languages
home = Home
latest-news = Latest news
no-news = No news yet.

# Stands as a link on pages in other languages.
read-in-this-language = Read this article in English
# Stands on the page where a reader chooses a language.
choose-this-language = Read the news in English
language-name = English

read-more = Read more
related-news = Related news
not-translated = This article has not been translated yet. You are reading it in its original language.
written-by = By { $author }

footnotes = Notes
footnote-back = Back to the text

newer = Newer
older = Older
pages-label = Pages
page-number = Page { $number }

contact-heading = Patient services
contact-text = Our team answers questions about appointments, costs and travel.
contact-call = Call us
contact-write = Write to us
contact-visit = Contact patient services

rights = © { $year } { $name }
