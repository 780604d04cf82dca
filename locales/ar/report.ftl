### كيف يعرض الأمر `mizan check` ما وجده، والأمر `mizan explain`.

report-help = المقترح: { $help }
report-sentence = { $severity }: { $message }
report-here = الموضع: { $text }

report-severity-error = خطأ
report-severity-warn = تحذير
report-severity-info = ملاحظة

report-count-error =
    { $count ->
        [zero] لا أخطاء
        [one] خطأ واحد
        [two] خطآن
        [few] { $count } أخطاء
        [many] { $count } خطأً
       *[other] { $count } خطأ
    }
report-count-warn =
    { $count ->
        [zero] لا تحذيرات
        [one] تحذير واحد
        [two] تحذيران
        [few] { $count } تحذيرات
        [many] { $count } تحذيرًا
       *[other] { $count } تحذير
    }
report-count-info =
    { $count ->
        [zero] لا ملاحظات
        [one] ملاحظة واحدة
        [two] ملاحظتان
        [few] { $count } ملاحظات
        [many] { $count } ملاحظة
       *[other] { $count } ملاحظة
    }
report-comma = {"، "}
report-files =
    { $count ->
        [zero] لا ملفات
        [one] ملف واحد
        [two] ملفان
        [few] { $count } ملفات
        [many] { $count } ملفًّا
       *[other] { $count } ملف
    }
report-summary = النتائج: { $counts }. الملفات المفحوصة: { $files }.
report-clean = لم يُعثر على شيء. الملفات المفحوصة: { $files }.
report-allowed =
    { $count ->
        [zero] لا نتائج مسموح بها.
        [one] هناك نتيجة أخرى مسموح بها في ملفها.
        [two] هناك نتيجتان أخريان مسموح بهما في ملفيهما.
        [few] هناك { $count } نتائج أخرى مسموح بها في ملفاتها.
        [many] هناك { $count } نتيجة أخرى مسموح بها في ملفاتها.
       *[other] هناك { $count } نتيجة أخرى مسموح بها في ملفاتها.
    }
report-failed =
    { $count ->
        [zero] لا نتيجة تُفشل هذا الفحص (الحدّ: { $threshold }).
        [one] نتيجة واحدة تُفشل هذا الفحص (الحدّ: { $threshold }).
        [two] نتيجتان تُفشلان هذا الفحص (الحدّ: { $threshold }).
        [few] { $count } نتائج تُفشل هذا الفحص (الحدّ: { $threshold }).
        [many] { $count } نتيجة تُفشل هذا الفحص (الحدّ: { $threshold }).
       *[other] { $count } نتيجة تُفشل هذا الفحص (الحدّ: { $threshold }).
    }
report-failed-only = لعرض ما يُفشل الفحص وحده: { $command }
report-problems =
    { $count ->
        [zero] لم يتعذّر شيء.
        [one] تعذّرت قراءة ملف أو مجلد واحد، فالفحص غير تام:
        [two] تعذّرت قراءة ملفين أو مجلدين، فالفحص غير تام:
        [few] تعذّرت قراءة { $count } ملفات أو مجلدات، فالفحص غير تام:
        [many] تعذّرت قراءة { $count } ملفًّا أو مجلدًا، فالفحص غير تام:
       *[other] تعذّرت قراءة { $count } ملف أو مجلد، فالفحص غير تام:
    }
report-problems-written =
    { $count ->
        [zero] لم تتعذّر كتابة شيء.
        [one] تعذّرت كتابة ملف واحد:
        [two] تعذّرت كتابة ملفين:
        [few] تعذّرت كتابة { $count } ملفات:
        [many] تعذّرت كتابة { $count } ملفًّا:
       *[other] تعذّرت كتابة { $count } ملف:
    }
report-fixable =
    { $count ->
        [zero] لا شيء من هذه يمكن إصلاحه بالأمر: { $command }
        [one] يمكن إصلاح واحدة من هذه بالأمر: { $command }
        [two] يمكن إصلاح اثنتين من هذه بالأمر: { $command }
        [few] يمكن إصلاح { $count } من هذه بالأمر: { $command }
        [many] يمكن إصلاح { $count } من هذه بالأمر: { $command }
       *[other] يمكن إصلاح { $count } من هذه بالأمر: { $command }
    }
report-mended =
    أُصلح { $count ->
        [zero] لا موضع
        [one] موضع واحد
        [two] موضعان
        [few] { $count } مواضع
        [many] { $count } موضعًا
       *[other] { $count } موضع
    } في { $files ->
        [zero] لا ملف
        [one] ملف واحد
        [two] ملفين
        [few] { $files } ملفات
        [many] { $files } ملفًّا
       *[other] { $files } ملف
    }.
report-mended-none = لم يُصلَح شيء.
report-would-mend =
    سيُصلَح { $count ->
        [zero] لا موضع
        [one] موضع واحد
        [two] موضعان
        [few] { $count } مواضع
        [many] { $count } موضعًا
       *[other] { $count } موضع
    } في { $files ->
        [zero] لا ملف
        [one] ملف واحد
        [two] ملفين
        [few] { $files } ملفات
        [many] { $files } ملفًّا
       *[other] { $files } ملف
    }، ولم يُكتب شيء.
report-would-mend-none = لا شيء يغيّره الخيار --fix.
report-refused-misplaced = { $place }: إصلاح القاعدة { $rule } لا يوافق الملف، فتُرك. نرجو إبلاغ صانعي mizan بذلك
report-refused-breaks = { $place }: إصلاح القاعدة { $rule } يجعل الملف غير مقروء، فتُرك. نرجو إبلاغ صانعي mizan بذلك
report-refused-useless = { $place }: إصلاح القاعدة { $rule } لم يُزل الخلل، فتُرك. نرجو إبلاغ صانعي mizan بذلك
report-refused-circular = { $place }: إصلاح القاعدة { $rule } يُبطل إصلاحًا آخر، فتُرك. نرجو إبلاغ صانعي mizan بذلك

## mizan explain، وصفحة القواعد

explain-what = ما تفعله
explain-why = السبب
explain-example = مثال
explain-instead = الصواب
explain-fix-safety = سلامة الإصلاح
explain-page-title = قواعد mizan check
explain-page-intro = تُنشئ أداة mizan هذه الصفحة من قواعدها، فلا تُحرَّر باليد. ويعرض الأمر `mizan explain RULE` النص نفسه في الطرفية.
explain-page-rule = القاعدة
explain-page-severity = المبدئي
explain-page-finds = ما تجده
explain-page-default = الدرجة المبدئية: `{ $severity }`
