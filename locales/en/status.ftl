### `mizan status`: the table, the worklist and the dashboard page.

status-collection = collection
status-locale = locale
status-total = total
status-translated = translated
status-missing = missing
status-incomplete = incomplete
status-stale = stale
status-words-left = words left
status-share = done

status-articles = articles
status-messages = messages

status-nothing = There is nothing to translate: the project has no target locale, or no source.
status-all-done = Everything is translated.
# $count (Number) entries of the worklist, $words (Number) source words.
status-work-summary =
    { $count ->
        [one] One text to translate
       *[other] { $count } texts to translate
    }, { $words ->
        [one] one word
       *[other] { $words } words
    }.
# $command (String) is the command that was given, with --missing.
status-work-hint = List them with: { $command }

# $state (String) not translated, or in part. $amount (String) how many words.
status-work-line = { $state }, { $amount }
status-left-missing = not translated
status-left-incomplete = in part
status-left-stale = out of date
status-words =
    { $count ->
        [one] one word
       *[other] { $count } words
    }
status-more =
    { $count ->
        [one] and one more
       *[other] and { $count } more
    }

## What to do next

# $state (String) as above. $days (Number) since the source changed. $amount (String) how many words.
status-next-line =
    { $days ->
        [0] { $state } since today, { $amount }
        [one] { $state } for one day, { $amount }
       *[other] { $state } for { $days } days, { $amount }
    }
status-next-weight = { $line }, weight { $weight }

## The page

status-page-title = Translation status of { $project }
status-page-coverage = Coverage
status-page-work = To translate
status-page-work-none = Nothing is left to translate.
status-page-text = text
status-page-file = file to write
status-page-state = state
status-page-words = words
status-page-other-language = English
