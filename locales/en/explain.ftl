### One line on each rule; the rest is the rule's own documentation.

## Allowances

explain-allowance-unknown-rule = A comment allows a rule that does not exist.
explain-allowance-unused = A comment allows what is not found there any more.

## Messages

explain-message-cyclic-reference = A message refers back to itself.
explain-message-duplicate-id = A message is defined twice.
explain-message-markup-mismatch = The HTML tags of a translation differ from those of the source.
explain-message-missing = A message has no translation.
explain-message-missing-attribute = A translation lacks an attribute.
explain-message-missing-value = A translation has attributes and no value.
explain-message-obsolete = A translation has a message that the source no longer has.
explain-message-obsolete-attribute = A translation has an attribute that the source does not have.
explain-message-plural-categories = A plural lacks forms that its language has.
explain-message-plural-flat = A translation has one text for all numbers.
explain-message-plural-unreachable = A variant of a plural is never shown.
explain-message-stale = The source of a message has changed since its translation was recorded.
explain-message-syntax = A part of a Fluent file is not Fluent.
explain-message-too-long = A message is longer than its comment allows.
explain-message-undefined = A program or template uses a message that does not exist.
explain-message-unisolated = Text of the other direction is put together so that it is seen in the wrong order.
explain-message-unknown-function = A message calls a function that nobody provides.
explain-message-unknown-option = A function is given an option or a value that it does not know.
explain-message-unknown-reference = A message refers to something that does not exist.
explain-message-untranslated = A message says the same as the source.
explain-message-unused = No program or template uses a message.
explain-message-variable-missing = A translation does not show a variable that the source shows.
explain-message-variable-unknown = A translation uses a variable that the source does not use.
explain-message-whitespace = White space that reaches the reader differs from the source’s.
