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
# $command (String) is the command that was given, with --quiet.
report-failed-only = See only what makes it fail with: { $command }
report-problems =
    { $count ->
        [one] One file or folder could not be read; the check is not complete:
       *[other] { $count } files or folders could not be read; the check is not complete:
    }
report-problems-written =
    { $count ->
        [one] One file could not be written:
       *[other] { $count } files could not be written:
    }
# $command (String) is the command that was given, with --fix.
report-fixable =
    { $count ->
        [one] One of these can be mended with: { $command }
       *[other] { $count } of these can be mended with: { $command }
    }
# $count (Number) findings, $files (Number) files.
report-mended =
    Mended { $count ->
        [one] one finding
       *[other] { $count } findings
    } in { $files ->
        [one] one file
       *[other] { $files } files
    }.
report-mended-none = Nothing was mended.
report-would-mend =
    Would mend { $count ->
        [one] one finding
       *[other] { $count } findings
    } in { $files ->
        [one] one file
       *[other] { $files } files
    }; nothing was written.
report-would-mend-none = There is nothing that --fix would change.
# $place (String) is path:line:column. These are mizan's own faults.
report-refused-misplaced = { $place }: the fix of { $rule } does not fit the file, and was left out; please report it to mizan
report-refused-breaks = { $place }: with the fix of { $rule } the file could no longer be read, so it was left out; please report it to mizan
report-refused-useless = { $place }: the fix of { $rule } did not mend it, and was left out; please report it to mizan
report-refused-circular = { $place }: the fix of { $rule } undoes what another one did, and was left out; please report it to mizan

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
