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
article-segment-extra =
    { $kind ->
        [list-item]
            { $count ->
                [one] a list item is not in the source: “{ $text }”
               *[other] { $count } list items are not in the source, from “{ $text }”
            }
        [table-cell]
            { $count ->
                [one] a table cell is not in the source: “{ $text }”
               *[other] { $count } table cells are not in the source, from “{ $text }”
            }
        [footnote]
            { $count ->
                [one] a footnote is not in the source: “{ $text }”
               *[other] { $count } footnotes are not in the source, from “{ $text }”
            }
        [code]
            { $count ->
                [one] a code block is not in the source: { $text }
               *[other] { $count } code blocks are not in the source, from { $text }
            }
        [figure]
            { $count ->
                [one] a picture is not in the source: { $text }
               *[other] { $count } pictures are not in the source, from { $text }
            }
       *[other]
            { $count ->
                [one] a paragraph is not in the source: “{ $text }”
               *[other] { $count } paragraphs are not in the source, from “{ $text }”
            }
    }
    .help = take it out, or write it in the source too

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
    .alt = this alternative text is not translated: “{ $text }”
    .help = translate it; a quotation that must stay goes between quotation marks

article-field-untranslated = the field “{ $field }” is not translated: “{ $text }”
    .help = translate “{ $field }” in the front matter

article-field-unknown = nothing knows the field “{ $field }”
    .help = did you mean “{ $field }”?

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

# $target, $source (Number) sentences or characters.
article-length-outlier = this is shorter than in the source; sentences: { $target } for { $source }
    .long = this is longer than in the source; sentences: { $target } for { $source }
    .characters = this is much shorter than in the source; characters: { $target } for { $source }
    .characters-long = this is much longer than in the source; characters: { $target } for { $source }
    .help = see whether a sentence is missing on one side

article-footnote-mismatch = the reference to the footnote [^{ $label }] is missing
    .extra = the reference to the footnote [^{ $label }] is not in the source
    .help = put the reference on the same words in the translation
    .help-extra = take it out, or put it in the source too

article-link-missing = the link to { $address } is missing
    .help = put the link on the same words in the translation

# $target, $source (Number) items.
article-list-mismatch = this list is nested otherwise than in the source
    .numbered = this list is numbered; the source’s is not
    .bulleted = this list is not numbered; the source’s is
    .count = items of this list: { $target }; of the source’s: { $source }
    .help = build the list as it is in the source

# $target, $source (Number) columns.
article-table-mismatch = columns of this table: { $target }; of the source’s: { $source }
    .help = give the table the same columns

article-broken-link = nothing is at { $address }
    .image = there is no image at { $address }
    .help = correct the address
    .help-near = did you mean “{ $key }”?

article-broken-fragment = the page has no heading or element { $fragment }
    .help = write the id of a heading of the page in this language
    .help-near = did you mean { $fragment }?

article-link-to-source-language = { $address } is the page in the source’s language; it exists in this one
    .help = link to the page in this language
    .help-address = link to { $address }

# $term (String) as the source’s language writes it, $approved, $other (String) as this language does.
article-glossary = “{ $term }” is not translated as “{ $approved }” here
    .help = write “{ $approved }”, or add the wording that stands here to { $path }, if it is right too

article-forbidden-term = “{ $text }” must not stand for “{ $term }”
    .anywhere = “{ $text }” must not be used
    .help = write “{ $approved }”
    .help-none = choose another wording; { $path } rules this one out

article-name-altered = the name “{ $name }” was altered or left out
    .help = write “{ $name }”, letter for letter
    .help-listed = write “{ $name }” or “{ $other }”

# $source, $target (String) numbers as written.
article-number-mismatch = { $target } stands here; the source has { $source }
    .missing = the source’s number { $source } is missing here
    .extra = the number { $target } is not in the source
    .reversed = { $target } is { $source } in reverse: its parts were written from right to left
    .help = compare with the source and write the same number

# $kind (String) as above, also heading, code, figure, html or rule.
article-stale =
    { $kind ->
        [heading] the source’s heading has changed since: it now says “{ $text }”
        [list-item] the source’s list item has changed since: it now says “{ $text }”
        [table-cell] the source’s table cell has changed since: it now says “{ $text }”
        [footnote] the source’s footnote has changed since: it now says “{ $text }”
        [code] the source’s code has changed since: it now says “{ $text }”
        [figure] the source’s image has changed since: { $text }
       *[other] the source’s paragraph has changed since: it now says “{ $text }”
    }
    .help = bring it up to date, then record it: mizan accept { $path }. What it said before: mizan diff { $path }
    .help-edited = the translation has been edited since; when it is up to date, record it: mizan accept { $path }
article-stale-added =
    { $kind ->
        [heading] the source has a new heading since: “{ $text }”
        [list-item] the source has a new list item since: “{ $text }”
        [table-cell] the source has a new table cell since: “{ $text }”
        [footnote] the source has a new footnote since: “{ $text }”
        [code] the source has new code since: “{ $text }”
        [figure] the source has a new image since: { $text }
       *[other] the source has a new paragraph since: “{ $text }”
    }
article-stale-removed = the source has lost a segment since, which stood here
article-stale-field = the source’s field “{ $field }” has changed since

# $count (Number) of segments.
article-cosmetic =
    { $count ->
        [one] the markup or place of one segment of the source has changed since; its words have not
       *[other] the markup or place of { $count } segments of the source has changed since; their words have not
    }
    .help = see whether the translation should follow, then record it: mizan accept { $path }

article-unrecorded = nothing is recorded of what this translation was made from
    .help = read it against the source, then record it: mizan accept { $path }
    .help-moved = the record of { $old } is this file’s: take it over with mizan accept { $path }

article-recorded-unchanged = this was recorded as current, but the source had changed and the translation had not
    .help = translate what changed; where nothing had to change, say so: mizan accept --as-is { $path }

## One line for each rule, for lists. The long English text is in the rule's own file.

explain-article-alt-missing = An image has no alternative text in the translation.
explain-article-broken-fragment = A link leads to a part of a page that is not there.
explain-article-broken-link = A link or an image leads nowhere.
explain-article-code-changed = Code is not the same in the translation.
explain-article-cosmetic = Only the markup of the source has changed since the record.
explain-article-field-mismatch = A shared field differs between the versions.
explain-article-field-missing = A required or translated field is missing.
explain-article-field-unknown = A field of the front matter is probably misspelt.
explain-article-field-untranslated = A field is still in the source’s language.
explain-article-footnote-mismatch = A reference to a footnote is missing or extra.
explain-article-forbidden-term = A wording that the glossary rules out is used.
explain-article-front-matter-syntax = The front matter cannot be read.
explain-article-glossary = A term is not translated as the glossary has it.
explain-article-heading-mismatch = Headings are missing, extra or of another level.
explain-article-image-missing = The translation does not show an image.
explain-article-invalid-date = A date is not ISO 8601, or no real day.
explain-article-length-outlier = A segment is much shorter or longer than its counterpart.
explain-article-link-missing = The translation lacks a link.
explain-article-link-to-source-language = A link leads to the source’s language, though the page is translated.
explain-article-list-mismatch = A list is built otherwise than in the source.
explain-article-missing = An article has no version in a language.
explain-article-mostly-untranslated = Most of a translation is in the source’s language.
explain-article-name-altered = A name that must stay was altered or left out.
explain-article-number-mismatch = A number differs from the source.
explain-article-orphan = A translation has no source.
explain-article-recorded-unchanged = A translation was recorded without having been changed.
explain-article-segment-extra = A paragraph, list item, cell or footnote is not in the source.
explain-article-segment-missing = A paragraph, list item, cell or footnote is missing.
explain-article-slug-collision = Two articles share one address.
explain-article-stale = The source has changed since the translation was recorded.
explain-article-table-mismatch = A table has more or fewer columns than the source’s.
explain-article-unrecorded = A translation has no record.
explain-article-untranslated-segment = A segment is still in the source’s language.
