### الأمر `mizan init`: ما عُثر عليه.

init-generator = يبدو أنه موقع { $name }.
init-articles =
    { $count ->
        [zero] { $name }: لا مقالات
        [one] { $name }: مقال واحد
        [two] { $name }: مقالان
        [few] { $name }: { $count } مقالات
        [many] { $name }: { $count } مقالًا
       *[other] { $name }: { $count } مقال
    }، { $pairs ->
        [zero] بلا ترجمات
        [one] واحد منها مترجم
        [two] اثنان منها مترجمان
        [few] { $pairs } منها مترجمة
        [many] { $pairs } منها مترجمًا
       *[other] { $pairs } منها مترجم
    } ({ $path })
init-messages =
    { $count ->
        [zero] رسائل: لا ملفات ({ $path })
        [one] رسائل: ملف واحد ({ $path })
        [two] رسائل: ملفان ({ $path })
        [few] رسائل: { $count } ملفات ({ $path })
        [many] رسائل: { $count } ملفًّا ({ $path })
       *[other] رسائل: { $count } ملف ({ $path })
    }
init-languages = اللغات: { $source } ← { $targets }
