### `mizan accept`: what each translation was made from.

cli-accept = Record translations as made from their sources as they are now
cli-accept-paths = translated files (or source files or folders, for all their translations); one message of a file: PATH#MESSAGE
cli-accept-as-is = the source has changed, and nothing in the translation has to
cli-accept-from-git = derive first records from git's history, for all translations that have none
cli-accept-merge = resolve the conflict that a merge left in mizan.lock

cli-accept-nothing = name the files that you have read, like articles/visiting-hours/ar.md
cli-accept-no-such = { $path } is no translated file of this project, nor a source, nor a folder that has some

# $path (String) is a file, or a file and a message.
cli-accept-recorded = recorded: { $path }
cli-accept-renewed = recorded anew: { $path }
cli-accept-moved = recorded: { $path }, which was { $old }
cli-accept-already = nothing has changed since it was recorded: { $path }
cli-accept-unchanged = recorded, although its source has changed and it has not: { $path }
    Where nothing has to change, say so with --as-is; the check will ask until then (article/recorded-unchanged).
cli-accept-held = not recorded, its source has changed and its translation has not: { $path }
    Where nothing has to change, say so with --as-is.
cli-accept-no-source = not recorded, it has no source: { $path }
cli-accept-not-a-translation = not recorded, there is no such translation: { $path }

# $count (Number) of files; $unknown (Number) of those that git does not know.
cli-accept-derived =
    { $count ->
        [0] No record was missing that git’s history could give.
        [one] One record derived from git’s history.
       *[other] { $count } records derived from git’s history.
    }
cli-accept-derived-unknown =
    { $count ->
        [one] git does not know one translation yet; record it by its name.
       *[other] git does not know { $count } translations yet; record them by their names.
    }
# $count (Number) of files whose records the branches had changed differently.
cli-accept-merged =
    { $count ->
        [0] mizan.lock is whole.
        [one] mizan.lock is whole again; the records of one translation were joined.
       *[other] mizan.lock is whole again; the records of { $count } translations were joined.
    }

error-git = git gives no answer: { $reason }

## mizan diff

cli-diff = Show what changed in the source since each translation was recorded
cli-diff-articles = articles by their names, or files (otherwise all that are out of date)
cli-diff-locale = only translations into this language
cli-diff-html = write a page with the sides beside each other, to work from
cli-diff-no-such = there is no article or file { $name } with a translation in this project
cli-diff-clean = every recorded translation is current

diff-title = What changed in the sources
diff-nothing = Every recorded translation is current.
diff-unrecorded = has no record, so nobody knows what it was made from
diff-current = is current
diff-cosmetic = is current; only the source’s markup has changed
diff-stale =
    { $count ->
        [one] is out of date: one change in the source
       *[other] is out of date: { $count } changes in the source
    }
diff-no-old = What the source said before is not known here: it is not in git’s history.
# $what (String) changed, added, removed or cosmetic; $name (String) a field or a message, or nothing.
diff-happened =
    { $what ->
        [added] new { $name }
        [removed] gone { $name }
        [cosmetic] same words, other markup { $name }
       *[changed] changed { $name }
    }
diff-was = was
diff-now = now
diff-here = translation
diff-no-translation = not translated yet
diff-hint = When the translation is up to date, record it: mizan accept { $path }
diff-hint-edited = It has been edited since. When it is up to date, record it: mizan accept { $path }
diff-hint-unrecorded = Read it against the source, then record it: mizan accept { $path }
# $known (String) tags of the project’s target languages.
cli-no-such-locale = this project is not translated into { $locale }; its languages are: { $known }

## mizan new

cli-new = Start a translation: the source's structure, with its words in comments
cli-new-article = an article by its name, or one of its files
cli-new-locale = the language to translate into (may be left out where there is but one)
cli-new-print = print it, and write nothing
cli-new-exists = { $path } exists already, and nothing in it was changed
cli-new-which = name the language with --locale; this project’s are: { $known }
cli-new-no-source = { $name } has no source to translate
# $near (String) are the names that are near, $count (Number) how many.
cli-no-such-article =
    { $count ->
        [0] there is no article { $name } in this project
       *[other] there is no article { $name } in this project; is it { $near }?
    }

## mizan rename

cli-rename = Give an article another name, in all its languages, with its records and the links to it
cli-rename-old = an article by its name, or one of its files
cli-rename-new = its new name, as it stands in paths and addresses
cli-rename-moved = { $from } is now { $to }
cli-rename-links =
    { $count ->
        [one] one link rewritten in { $path }
       *[other] { $count } links rewritten in { $path }
    }
# $place (String) is a file with line and column.
cli-rename-doubtful = { $place }: look at this link, it may not lead where it did
