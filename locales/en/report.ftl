### How `mizan check` shows what it found, and `mizan explain`.

# $help (String) is the sentence that says what to do.
report-help = help: { $help }
# Only languages written from right to left show this: the severity in their own words before the sentence.
report-sentence = { $severity }: { $message }
# $text (String) is the part of the line above that is at fault.
report-here = here: { $text }

report-severity-error = error
report-severity-warn = warning
report-severity-info = note

report-count-error =
    { $count ->
        [one] one error
       *[other] { $count } errors
    }
report-count-warn =
    { $count ->
        [one] one warning
       *[other] { $count } warnings
    }
report-count-info =
    { $count ->
        [one] one note
       *[other] { $count } notes
    }
# Stands between counts.
report-comma = {", "}
report-files =
    { $count ->
        [one] one file
       *[other] { $count } files
    }
# $counts (String) like "2 errors, one note"; $files (String) like "20 files".
report-summary = Found { $counts }; checked { $files }.
report-clean = Nothing found; checked { $files }.
report-allowed =
    { $count ->
        [one] One more is allowed in its file.
       *[other] { $count } more are allowed in their files.
    }
# $threshold (String) is the name of a severity, like "error".
report-failed =
    { $count ->
        [one] One finding makes this check fail (threshold: { $threshold }).
       *[other] { $count } findings make this check fail (threshold: { $threshold }).
    }
report-failed-only = See only what makes it fail with: mizan check --quiet
report-problems =
    { $count ->
        [one] One file or folder could not be read; the check is not complete:
       *[other] { $count } files or folders could not be read; the check is not complete:
    }

## mizan explain, and the page of all rules

explain-what = What it does
explain-why = Why
explain-example = Example
explain-instead = Instead
explain-fix-safety = Fix safety
explain-page-title = The rules of mizan check
explain-page-intro = This page is made by mizan from its rules; do not edit it. `mizan explain RULE` shows the same text on a terminal.
explain-page-rule = Rule
explain-page-severity = Default
explain-page-finds = What it finds
# $severity (String) is error, warn, info or off.
explain-page-default = By default: `{ $severity }`
