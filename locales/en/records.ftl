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
