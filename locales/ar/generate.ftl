### ما يمنع النصوص من أن تصير دوالَّ في وحدة Rust.

generate-unreadable = ليس هذا من Fluent، فلا تُكتب له دالة.
    .help = لمعرفة السبب: mizan check
generate-contradiction =
    { $here ->
        [number] في الرسالة { $id } المتغير { $variable } هنا عدد
        [date] في الرسالة { $id } المتغير { $variable } هنا تاريخ
       *[word] في الرسالة { $id } المتغير { $variable } هنا كلمة يُختار بها
    }، وهو في الموضع الآخر { $there ->
        [number] عدد
        [date] تاريخ
       *[word] كلمة يُختار بها
    }، ولا يكون وسيط واحد كليهما.
