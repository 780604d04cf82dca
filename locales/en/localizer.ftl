### What can go wrong while a message is formatted.

problem-missing-message = { $locale } has no message { $id }.
problem-missing-reference = { $id } refers to { $reference }, which does not exist.
problem-missing-variable = { $id } was not given ${ $variable }.
problem-wrong-type = { $id }: { $what } was given a value of the wrong type.
problem-cyclic = { $id } refers back to itself.
problem-too-large = { $id } grew too large and was cut.
problem-unknown-function = { $id } uses { $function }(), which does not exist.
problem-no-data = { $id }: how { $locale } writes { $what } is not known.
problem-unknown-option = { $id } uses the option { $option }, which is not known, or not with this value or beside the others.
