### Ordinary messages.

-name = Mizan

title = { -name }
# Shown to $reader (String) on the front page.
welcome = Welcome, { $reader }!
    .label = Close
# English only shows the number; Arabic has its forms.
checked = Articles checked: { $count }
opens = Opens on { DATETIME($day, dateStyle: "long") }
rate = Done: { NUMBER($share, style: "percent") }
# $size (Number) in bytes, $file (String); $place is anything.
stored = { $file } in { $place }: { $size } bytes since { DATETIME($since) }
open-with =
    { $platform ->
        [macos] Open with Finder
       *[other] Open with the file manager
    }
save-with =
    { $platform ->
        [linux] Save
       *[windows] Save as
    }
guests =
    { $guests ->
        [0] Nobody
        [unknown] We do not know who comes
       *[other] { $guests } guests
    }
# Shows `checked`, and so needs what it needs.
summary = { checked }, { welcome.label } ({ $type })
untranslated =
    Only in English:
      first { $self } and { $a-b }, { $a_b }
