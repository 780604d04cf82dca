### What the rules on messages say. Ids are the rules' names; `.help` says what to do.

message-syntax =
    .help = Mend this message: until then Fluent passes over all of it.
message-syntax-expected = This is not Fluent: { $sign } was expected here.
message-syntax-range = This is not Fluent: one of { $range } was expected here.
message-syntax-line-break = This is not Fluent: after -> the variants begin on a new line.
message-syntax-empty = { $id } has neither a value nor an attribute.
message-syntax-no-default = None of the variants is marked as the default with *.
message-syntax-two-defaults = Two variants are marked as the default with *.
message-syntax-no-value = This is not Fluent: a text was expected here.
message-syntax-selector = This cannot choose between variants: only a variable, a literal, a function or a term’s attribute can.
message-syntax-term-attribute = A term’s attribute can only choose between variants; it cannot be shown.
message-syntax-open-literal = The closing quotation mark is missing on this line.
message-syntax-argument-order = Named arguments come after all others.
message-syntax-argument-twice = The argument { $name } is given twice.
message-syntax-function-name = Names of functions are written in capitals.
message-syntax-escape = This escape is not complete or not known: \uXXXX, \UXXXXXX, \\ and \" are.
message-syntax-closing-brace = This closing brace has no opening one. To show a brace, write { "{" }"{ "}" }"{ "}" }.
message-syntax-expression = This is not Fluent: a variable, a reference or a literal was expected here.
message-syntax-too-deep = Placeables nest too deeply to be read.

message-cyclic-reference = { $id } comes back to itself: { $way }.
    .help = Take one of these references out: no text can contain itself.

message-duplicate-id = { $id } is defined a second time.
    .help = Keep one of the two: only one is ever shown.

message-markup-mismatch-missing = { $id } lacks { $tag }, which the source has.
message-markup-mismatch-extra = { $id } has { $tag }, which the source does not have.
message-markup-mismatch-changed = { $id } has { $tag }, where the source has { $source }.
message-markup-mismatch-open = { $tag } in { $id } is never closed.
message-markup-mismatch-stray = { $tag } in { $id } closes nothing.
message-markup-mismatch-crossing = { $tag } in { $id } stands before { $open } is closed.

message-missing = { $id } has no translation in { $path }.

message-obsolete = The source has no message { $id } any more.
    .help = Remove it, or rename it as the source did.

message-obsolete-attribute = { $id } has the attribute { $attribute }, which the source does not have.
    .help = Remove it, or rename it as the source did.
message-obsolete-attribute-near = Did you mean { $near }?

message-missing-value = { $id } has a value in the source, and none here.

message-missing-attribute = { $id } lacks the attribute { $attribute }.

message-too-long = { $count ->
    [one] { $id } is { $count } character long; { $limit } at most fit.
   *[other] { $id } is { $count } characters long; { $limit } at most fit.
}

message-unused = Nothing uses { $id } in the files that used-in names.
    .help = Remove it; or, where a program comes by its id in another way, write above it: # mizan-allow message/unused: why
message-unused-term = No message refers to the term { $id }.

message-undefined = The source has no message { $id }, which is used here.
message-undefined-attribute = The message { $id } has no attribute { $attribute }, which is used here.
message-undefined-near = Did you mean { $near }?

message-variable-missing = { $id } does not show { $variable }, as the source does.
message-variable-missing-in = { $id } does not show { $variable } in the variant { $variant }, as the source does.

message-variable-unknown = { $id } uses { $variable }, which the source does not use: it will stay empty.
message-variable-unknown-near = Did you mean { $near }?

message-unknown-function = { $id } calls { $function }, which is not a function of Fluent’s and not declared in mizan.toml.
    .help = If the program provides it, declare it in mizan.toml, below { $table }: { $line }
message-unknown-function-near = Did you mean { $near }?

message-unknown-option = { $id } gives { $function } the option { $option }, which it does not know.
message-unknown-option-near = Did you mean { $near }?
message-unknown-option-value = { $id } gives the option { $option } the value “{ $value }”, which it does not take.
    .help = It takes: { $allowed }.

message-unisolated = { $phrase } in { $id } is inserted without an isolate, and is seen in the wrong order.
    .help = Put it between {"{"}"\u2068"{"}"} and {"{"}"\u2069"{"}"}.
message-unisolated-glued = { $phrase } in { $id } is torn apart: what is put in is isolated, and what is glued to it is not.

message-unknown-reference = { $id } refers to { $reference }, which does not exist.
message-unknown-reference-near = Did you mean { $near }?

message-plural-categories = { $count ->
    [one] { $id } lacks the plural form { $missing }.
   *[other] { $id } lacks { $count } plural forms: { $missing }.
}
    .help = Numbers without a form of their own fall to the default. The language { $locale } tells all of these apart.

message-plural-flat = { $id } has one text for all numbers, while the source chooses by the number.
    .help = Choose by the number here too: the language { $locale } has plural forms of its own.

message-plural-unreachable = No number reaches the variant { $variant } of { $id }: the language { $locale } has no such form.
    .help = For this one number, write { $exact }.
message-plural-unreachable-forms = The forms of this language: { $forms }.
message-plural-unreachable-twice = { $id } has the variant { $variant } twice: this one is never shown.
message-plural-unreachable-same = In { $id }, { $other } and { $variant } stand for the same number: only one of them is ever shown.
message-plural-unreachable-default = The default { $variant } of { $id } is never shown: every plural form has a variant of its own.

message-untranslated = { $id } says the same as the source.
    .help = Translate it; or, if it has to stay, write above it: # mizan-allow message/untranslated: why
message-untranslated-marked = { $id } is marked as still to be translated.
    .help = Translate it, then remove this line.
message-untranslated-marked-in = { $id } is marked as still to be translated: { $what }.

message-stale = The source of { $id } has changed since this translation was recorded.
    .help = Bring it up to date, then record it: mizan accept '{ $path }#{ $id }'

message-whitespace-start-lost = { $id } begins without the blank that the source begins with.
message-whitespace-start-added = { $id } begins with a blank that the source does not have.
message-whitespace-end-lost = { $id } ends without the blank that the source ends with.
message-whitespace-end-added = { $id } ends with a blank that the source does not have.
message-whitespace-double = { $id } has several blanks between two words.
message-whitespace-paragraphs = { $id } is divided into paragraphs differently from the source.
