### What `mizan check` says of allowances: the comments that let a finding be. $rule (String) is the name of a rule.

# $near (String) are the names that are near, $count (Number) how many.
allowance-unknown-rule =
    { $count ->
        [0] this allows { $rule }, and there is no such rule
       *[other] this allows { $rule }, and there is no such rule; is it { $near }?
    }
    .help = correct the name; mizan explain --list lists all rules
    .help-room = an allowance names single rules, separated by commas

allowance-unused = this allows { $rule }, which finds nothing here
    .help = take it out: the fault that it was for is gone
