### What `mizan check` says of articles. Each message names one fault; `.help` says what to do.
### $locale is a language tag, $path a file, $key the name of an article, $text a quotation from it.

article-missing = “{ $key }” has no version in { $locale }
    .help = translate it into { $path }, or say why it has none: <!-- mizan-allow article/missing: reason -->

article-orphan = “{ $key }” has a translation and no source
    .help = write the source, or delete the translation
    .help-renamed = was it renamed? The source of “{ $key }” has no translation: give both the same name

# $reason (String) comes from the parser, in English.
article-front-matter-syntax = the front matter cannot be read: { $reason }
    .help = mend the fields between the two marker lines; quote values that hold a colon

article-field-missing = the field “{ $field }” is missing
    .help = add “{ $field }” to the front matter

article-field-mismatch = “{ $field }” is { $target } here and { $source } in the source
    .help = give the same value, or leave “{ $field }” out: it is inherited from the source

article-invalid-date = “{ $field }” is no date: { $value }
    .help = write it as year-month-day, like 2023-03-20

article-slug-collision = “{ $key }” and “{ $other }” would both be published at { $address }
    .help = give one of them another slug

# $kind (String) paragraph, list-item, table-cell, footnote or html. $count (Number) how many in a row.
article-segment-missing =
    { $kind ->
        [list-item]
            { $count ->
                [one] a list item is missing: “{ $text }”
               *[other] { $count } list items are missing, from “{ $text }”
            }
        [table-cell]
            { $count ->
                [one] a table cell is missing: “{ $text }”
               *[other] { $count } table cells are missing, from “{ $text }”
            }
        [footnote]
            { $count ->
                [one] a footnote is missing: “{ $text }”
               *[other] { $count } footnotes are missing, from “{ $text }”
            }
       *[other]
            { $count ->
                [one] a paragraph is missing: “{ $text }”
               *[other] { $count } paragraphs are missing, from “{ $text }”
            }
    }
    .help = translate it here, or see whether it was merged into another segment

article-untranslated-segment =
    { $kind ->
        [heading] this heading is not translated: “{ $text }”
        [list-item] this list item is not translated: “{ $text }”
        [table-cell] this table cell is not translated: “{ $text }”
        [footnote] this footnote is not translated: “{ $text }”
       *[other] this paragraph is not translated: “{ $text }”
    }
    .field = the field “{ $field }” is not translated: “{ $text }”
    .alt = this alternative text is not translated: “{ $text }”
    .help = translate it; a quotation that must stay goes between quotation marks

article-mostly-untranslated = most of this article is not in { $locale } yet
    .help = translate it, or delete the file until it is translated

# $source, $target (String) levels of the headings, 1 to 6.
article-heading-mismatch = this heading has level { $target }; the source’s has level { $source }
    .missing = the heading “{ $text }” is missing
    .extra = the heading “{ $text }” is not in the source
    .help = give both versions the same headings

article-image-missing = the image { $image } is missing
    .help = show the image here too, with its alternative text translated

article-alt-missing = this image has no alternative text; the source’s is “{ $text }”
    .help = describe the image between the brackets

article-code-changed = this code is { $target } here and { $source } in the source
    .missing = the code { $source } is missing
    .help = copy the code from the source; only comments in it are translated

article-link-missing = the link to { $address } is missing
    .help = put the link on the same words in the translation

article-broken-link = nothing is at { $address }
    .image = there is no image at { $address }
    .help = correct the address
    .help-near = did you mean “{ $key }”?

# $source, $target (String) numbers as written.
article-number-mismatch = { $target } stands here; the source has { $source }
    .missing = the source’s number { $source } is missing here
    .extra = the number { $target } is not in the source
    .reversed = { $target } is { $source } in reverse: its parts were written from right to left
    .help = compare with the source and write the same number

## One line for each rule, for lists. The long English text is in the rule's own file.

explain-article-alt-missing = An image has no alternative text in the translation.
explain-article-broken-link = A link or an image leads nowhere.
explain-article-code-changed = Code is not the same in the translation.
explain-article-field-mismatch = A shared field differs between the versions.
explain-article-field-missing = A required or translated field is missing.
explain-article-front-matter-syntax = The front matter cannot be read.
explain-article-heading-mismatch = Headings are missing, extra or of another level.
explain-article-image-missing = The translation does not show an image.
explain-article-invalid-date = A date is not ISO 8601, or no real day.
explain-article-link-missing = The translation lacks a link.
explain-article-missing = An article has no version in a language.
explain-article-mostly-untranslated = Most of a translation is in the source’s language.
explain-article-number-mismatch = A number differs from the source.
explain-article-orphan = A translation has no source.
explain-article-segment-missing = A paragraph, list item, cell or footnote is missing.
explain-article-slug-collision = Two articles share one address.
explain-article-untranslated-segment = A segment is still in the source’s language.
