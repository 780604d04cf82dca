### The command line: help, questions, and what went wrong. Names of commands, options and values stay as they are.

cli-about = Keeps the English and Arabic versions of every article in balance.

cli-init = Look at a folder and propose its configuration
cli-check = Compare every article's versions and every catalog's messages
cli-status = Show how much is translated, and what is left
cli-build = Write the site: every version as a page that is linked to the others
cli-export = Write texts to translate for translation tools, as XLIFF or gettext PO
cli-import = Take translations back from translation tools, text by text
cli-bidi = Show in which order a text of two directions is seen, and mend it
cli-explain = Explain a rule of the check
cli-generate = Write a Rust module with one documented function for each message
cli-completions = Print completions for a shell
cli-man = Print a manual page
cli-schema = Print the JSON Schema of mizan.toml, of glossary.toml, or of what the check prints as JSON
cli-rules-page = Write the page of all rules

cli-usage = Usage
cli-commands = Commands
cli-arguments = Arguments
cli-options = Options
cli-any-options = Options of all commands

cli-any-lang = language of mizan's own words: en or ar (otherwise as LC_ALL, LC_MESSAGES or LANG say)
cli-any-color = when to colour: auto (the default: on a terminal, unless NO_COLOR is set), always or never
cli-any-bidi = what is done to right-to-left text on a terminal: auto (the default: visual on terminals known to leave text as it comes), none, isolate (each line between direction controls) or visual (put in order, mirrored, letters joined)
cli-any-quiet = say only what is necessary: of a check, only the findings that make it fail
cli-any-help = show this help
cli-any-version = show the version

cli-init-dir = the folder to look at (otherwise the one you are in)
cli-init-yes = write mizan.toml without asking
cli-init-print = print the configuration proposed, and write nothing

cli-check-paths = the project's folder, then files and folders in it to show findings of (otherwise all of the project around the folder you are in)
cli-check-format = how to show findings: human (the default), json, github, sarif or junit
cli-check-rule = give a rule another severity, like article/orphan=off or message/*=info; may be given several times
cli-check-fail-on = the severity from which a finding makes the check fail: info, warn, error (the default), or off for never
cli-check-only = show only findings in files whose path matches, like *.ftl or articles/*/ar.md; may be given several times
cli-check-fix = make the fixes that are safe, then show what is left
cli-check-diff = show what --fix would change, as a diff that patch -p1 understands, and write nothing; exit code 1 if there is something
cli-check-output = write to this file instead of standard output

cli-status-dir = the project's folder (otherwise the one around the folder you are in)
cli-status-missing = list what is left to translate, the longest first
cli-status-next = list it in the order of what to do next: out of date, in part, missing; then waiting, weight and words
cli-status-json = print all of it as JSON
cli-status-html = write a page to show around

cli-build-dir = the project's folder (otherwise the one around the folder you are in)
cli-build-out = the folder to write to: a new one, or one that mizan made

cli-export-what = the project’s folder, then articles by their keys, files and folders (otherwise all of the project around the folder you are in)
cli-export-locale = the language to translate into (may be left out where there is only one)
cli-export-format = the format: xliff (the default; XLIFF 2.1) or po (gettext)
cli-export-out = the file to write, or a folder for a file of each source (otherwise standard output)

cli-import-files = the project’s folder, where you are not in it, then the exchange files
cli-import-dry-run = show what would be taken and refused, and write nothing
cli-bidi-text = the text, each line a paragraph; - reads standard input
cli-bidi-base = direction of the paragraph: rtl or ltr (otherwise that of its first letter)
cli-bidi-json = print the result as JSON, an object on one line for each paragraph

cli-explain-rule = the rule, like article/missing (otherwise all are listed)
cli-explain-list = list all rules

cli-generate-dir = the project's folder (otherwise the one around the folder you are in)
cli-generate-out = the file to write: a new one, or one that mizan generated (otherwise as [generate] in mizan.toml says)
cli-generate-check = write nothing, and fail where the file is not what would be written

cli-completions-shell = the shell: bash, zsh, fish, elvish or powershell
cli-man-command = the command whose page to print (otherwise that of mizan)
cli-schema-what = what to describe: config, glossary or report
cli-rules-page-output = write to this file instead of standard output

cli-exit-codes = Exit codes: 0 nothing at or above the threshold, 1 findings, 2 mizan could not do its work.

## Progress and results

cli-progress-check = checking
cli-progress-status = counting
cli-progress-build = checking and building
# $path (String) is a file.
cli-written = Written: { $path }
# $written, $unchanged, $removed (Number) count files; $out (String) is a folder.
cli-built =
    { $written ->
        [one] One file written
       *[other] { $written } files written
    } to { $out } ({ $unchanged } unchanged, { $removed } removed).
cli-build-errors =
    { $count ->
        [one] the site is written, but the check finds one error in it; see it with: { $command }
       *[other] the site is written, but the check finds { $count } errors in it; see them with: { $command }
    }
cli-export-nothing = there is nothing to translate in what was named
# $known (String) the project’s targets.
cli-export-which = the project has several targets; name one with --locale: { $known }
cli-export-unknown = { $locale } is none of the project’s targets: { $known }
# $count (Number) counts files; $out (String) is a folder.
cli-exported =
    { $count ->
        [one] One file written to { $out }.
       *[other] { $count } files written to { $out }.
    }
cli-import-would-write = Would be written: { $path }
# Each counts texts.
cli-imported =
    { $accepted ->
        [one] One text accepted
       *[other] { $accepted } texts accepted
    }, { $unchanged } unchanged, { $untranslated } not translated, { $refused } refused.
# $path (String) is a file.
cli-generate-current = { $path } is up to date.
cli-generate-absent = { $path } does not exist yet; write it with: { $command }
cli-generate-outdated = { $path } is not what the texts give; write it with: { $command }
cli-generate-more =
    { $count ->
        [one] and one more
       *[other] and { $count } more
    }
cli-generate-nowhere = which file? Name it with --out, or in mizan.toml: [generate] out = "src/texts.rs"
# $path (String) is a file.
cli-init-ask = Write { $path }? [y/N]
cli-init-not-written = Nothing was written. Run the command again with --yes to write it.
cli-no-folder = { $path } cannot be written: there is no folder { $folder }
# $pattern (String) what was given as --only.
cli-only-nothing = no file of the project matches { $pattern }; patterns are paths below the project’s folder, like 'articles/**'
cli-init-exists = { $path } exists already; see what would be proposed with: { $command }

## The order in which a text is seen

bidi-fine = A reader sees the text in the order that it is meant in.
bidi-captured = A phrase pulls what stands beside it out of its place.
bidi-broken = A phrase is shown in disorder.
# $direction (String) is ltr or rtl.
bidi-base = Direction of the paragraph: { $direction }
bidi-written = As it is written:
bidi-mended = Mended:
bidi-runs = Seen from left to right, each part after its embedding level:
bidi-hidden = Invisible characters, each after its column:

## What does not fit

cli-unknown-argument = there is no argument { $given }
cli-unknown-command = there is no command { $given }
# $argument (String) is an option like --format <FORMAT>.
cli-needs-value = { $argument } needs a value
cli-invalid-value = { $argument } cannot be { $value }; it is one of: { $values }
cli-missing-argument = something is missing: { $argument }
cli-conflict = { $argument } and { $other } do not go together
cli-given-twice = { $argument } is given twice
cli-wrong-number = { $argument } has too many values, or too few
cli-not-utf8 = the arguments are not UTF-8 text
cli-wrong = { $reason }
cli-did-you-mean = did you mean { $near }?
cli-see-help = more: { $command }
# $given (String) is what was written after --rule.
cli-bad-setting = --rule is written RULE=SEVERITY, with off, info, warn or error; not { $given }
# $near (String) are the names that are near, $count (Number) how many.
cli-unknown-rule =
    { $count ->
        [0] there is no rule { $rule }; list them with: mizan explain --list
       *[other] there is no rule { $rule }; is it { $near }?
    }
cli-bad-glob = the pattern { $glob } cannot be read: { $reason }
cli-outside-project = { $path } is outside the project in { $project }
cli-input = standard input cannot be read: { $reason }
cli-output = the output cannot be written: { $reason }

## What kept mizan from its work

error-read = { $path } cannot be read: { $reason }
error-write = { $path } cannot be written: { $reason }
error-changed = { $path } was changed by another program meanwhile; it was left as it is now
error-outside-project = { $path } is outside the project; it was left as it is
error-not-utf8 = { $path }:{ $line }:{ $column }: this is not UTF-8 text; save the file as UTF-8
# $size, $limit (String) in bytes.
error-too-large = { $path } is too large for an article or a message file: { $size } bytes, and the limit is { $limit }
error-config = { $path }:{ $line }:{ $column }: { $reason }
# $near (String) are the names that are near, $count (Number) how many.
error-unknown-rule =
    { $count ->
        [0] { $path }:{ $line }:{ $column }: there is no rule { $rule }; list them with: mizan explain --list
       *[other] { $path }:{ $line }:{ $column }: there is no rule { $rule }; is it { $near }?
    }
error-no-config = there is no mizan.toml in { $path }, nor above it; write one with: mizan init { $path }
error-foreign-folder = { $path } was not made by mizan; choose an empty folder or a new one
error-foreign-file = { $path } was not made by mizan generate; choose another file, or take this one away
error-outside-output = { $path } would be written outside the output folder
error-template = template { $name }, line { $line }: { $reason }
error-locale = { $given } is not a language tag; write it like en, ar or ar-EG
error-unknown-locale = { $given } is none of the languages here: { $known }
error-usage = { $reason }
