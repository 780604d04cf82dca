### Exchange with translation tools: notes for translators, and why a text that came back was not taken.

## Notes in exchange files

# $key (String) the article's key, $path (String) a file.
exchange-note-article = Article { $key }; the translation is { $path }
exchange-note-messages = Interface texts; the translation is { $path }
# $heading (String) the heading that the text stands under.
exchange-note-section = Under the heading: { $heading }
# $name (String) a field of the front matter.
exchange-note-field = Field { $name } at the head of the article
# $category (String) a plural category, like few. $numbers (String) the numbers that take it.
exchange-note-plural = Plural form { $category }, for the numbers { $numbers }
exchange-note-plural-fractions = Plural form { $category }, for fractions

## Why a text was not taken

exchange-unknown-file = The project has no source { $path }.
exchange-source-changed = The source has changed since the export; export it again.
exchange-target-changed = The translation has been changed since the export; this text would overwrite it.
exchange-unverified = The exchange file no longer tells which translation it was made upon, and there is one.
exchange-twice = This text comes twice, with different translations.
exchange-fuzzy = It is marked as fuzzy: take the mark off when the text is right.
# $code (String) markup or a placeable.
exchange-code-lost = The translation lacks { $code }, which the source has.
exchange-code-added = The translation has { $code } more often than the source.
exchange-code-unknown = The translation has a code { $id } that was not exported.
exchange-unbalanced = Codes that embrace a text do not begin and end in order.
exchange-blank-line = A blank line would make it more paragraphs than there are; the translation keeps the paragraphs.
exchange-structure = It would change the structure of the file: another kind of block, or more or fewer of them.
exchange-not-read-back = Written into the file, it would not be read as what was meant; look at the markup and the letters beside it.
exchange-field = The field { $name } cannot be written there; write it by hand.
# $count (Number) texts that are missing.
exchange-incomplete =
    { $count ->
        [one] It can only be written as a whole, and one text is still missing or refused.
       *[other] It can only be written as a whole, and { $count } texts are still missing or refused.
    }
exchange-no-place = The translation has no place for it; make one by hand.
exchange-no-default = The text for all other cases (other) is missing.
exchange-unreadable = { $path } cannot be read as it is; mend it first.

## What is no exchange file

# $path (String) a file; $line and $column (String) a place in it.
error-exchange-xml = { $path }:{ $line }:{ $column }: this is not XML: { $reason }
error-exchange-entity = { $path }:{ $line }:{ $column }: the entity { $reason } is not known
error-exchange-doctype = { $path }:{ $line }:{ $column }: an XLIFF file has no document type
# $reason (String) the version that the file names.
error-exchange-version = { $path }:{ $line }:{ $column }: this is not XLIFF 2.0 or 2.1 ({ $reason })
error-exchange-po = { $path }:{ $line }:{ $column }: this is neither XLIFF nor PO: { $reason }
error-exchange-header = { $path }:{ $line }:{ $column }: the PO file has no header
error-exchange-charset = { $path }:{ $line }:{ $column }: the PO file is in { $reason }; save it as UTF-8
# $reason (String) a language tag.
error-exchange-source = { $path }:{ $line }:{ $column }: it translates from { $reason }, which is not the language of the source
error-exchange-target = { $path }:{ $line }:{ $column }: it translates into { $reason }, which is none of the project’s targets
