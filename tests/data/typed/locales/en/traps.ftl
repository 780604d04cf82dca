## Names that Rust has, or that two messages want.

type = Type
self = Self
x-title = The message
x = X
    .title = The attribute
a_b = Second
a-b = First
aB = Third
# A variable called like a type that the module needs.
phrase = { $phrase ->
    [self] Self
    [mac-os] One
   *[macOs] Two
 }

## Texts that would break out.

# `code` </b> */ [x](y) <script>alert(1)</script> https://example.org/a_b
# - no list, 
# # no heading
# "#![no_std]" \n {"{"} __no__ *emphasis*
hostile = ``` */ " \ {"\u202E"} <b>[x](y)</b> `code`
# Deprecated: use "title" instead
old-title =
    ```
    fn main() {"{"}{"}"}
    ````
# @deprecated
older-title = T
# mizan-allow message/untranslated: a name
a-name-that-is-long-enough-to-need-a-line-of-its-own-and-then-some-more-of-it = { $variable }
many = { $aa } { $bb } { $cc } { $dd } { $ee } { $ff } { $gg } { $hh }
    .a-tooltip-of-it = { $first-of-two } { $second-of-two }
