### `mizan init`: what was found.

init-generator = This looks like a { $name } site.
init-articles =
    { $count ->
        [one] { $name }: one article
       *[other] { $name }: { $count } articles
    }, { $pairs ->
        [one] one with a translation
       *[other] { $pairs } with a translation
    } ({ $path })
init-messages =
    { $count ->
        [one] messages: one file ({ $path })
       *[other] messages: { $count } files ({ $path })
    }
init-languages = languages: { $source } → { $targets }
