### What keeps texts from becoming functions of a Rust module.

generate-unreadable = This is not Fluent, so that no function can be written for it.
    .help = See why with: mizan check
# $id (String) is a message, $variable (String) a variable like $count. $here and $there say what the two places take it for.
generate-contradiction =
    { $here ->
        [number] { $id }: { $variable } is a number here
        [date] { $id }: { $variable } is a date here
       *[word] { $id }: { $variable } is a word to choose by here
    }, and { $there ->
        [number] a number
        [date] a date
       *[word] a word to choose by
    } in the other place; no argument can be both.
