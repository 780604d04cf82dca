### الأمر mizan accept: عمّ تُرجم كل ملف.

cli-accept = تسجيل الترجمات على أنها مطابقة لمصادرها كما هي الآن
cli-accept-paths = ملفات مترجمة (أو ملفات مصدر أو مجلدات، فتُسجَّل ترجماتها كلها)، ولرسالة واحدة من ملف: PATH#MESSAGE
cli-accept-as-is = تغيّر المصدر وليس في الترجمة ما يجب تغييره
cli-accept-from-git = استخراج السجلّات الأولى من تاريخ git لكل ترجمة لا سجلّ لها
cli-accept-merge = حلّ التعارض الذي تركه دمج الفروع في mizan.lock

cli-accept-nothing = سمِّ الملفات التي قرأتها، مثل articles/visiting-hours/ar.md
cli-accept-no-such = ليس { $path } ملفًا مترجمًا من هذا المشروع، ولا مصدرًا، ولا مجلدًا فيه شيء منها

cli-accept-recorded = سُجِّل: { $path }
cli-accept-renewed = سُجِّل من جديد: { $path }
cli-accept-moved = سُجِّل: { $path }، وكان اسمه { $old }
cli-accept-already = لم يتغيّر شيء منذ تسجيله: { $path }
cli-accept-unchanged = سُجِّل مع أن مصدره تغيّر وهو لم يتغيّر: { $path }
    إن لم يكن فيه ما يجب تغييره فصرّح بذلك بالخيار --as-is، وإلا بقي الفحص يسأل عنه (article/recorded-unchanged).
cli-accept-held = لم تُسجَّل لأن مصدرها تغيّر وترجمتها لم تتغيّر: { $path }
    إن لم يكن فيها ما يجب تغييره فصرّح بذلك بالخيار --as-is.
cli-accept-no-source = لم يُسجَّل لأنه بلا مصدر: { $path }
cli-accept-not-a-translation = لم يُسجَّل لأنه لا ترجمة بهذا الاسم: { $path }

cli-accept-derived =
    { $count ->
        [zero] لا سجلّ ناقص يمكن استخراجه من تاريخ git.
        [one] استُخرج سجلّ واحد من تاريخ git.
        [two] استُخرج سجلّان من تاريخ git.
        [few] استُخرجت { $count } سجلّات من تاريخ git.
        [many] استُخرج { $count } سجلًّا من تاريخ git.
       *[other] استُخرج { $count } سجلّ من تاريخ git.
    }
cli-accept-derived-unknown =
    { $count ->
        [zero] يعرف git الترجمات كلها.
        [one] لا يعرف git بعدُ ترجمة واحدة؛ فسجّلها باسمها.
        [two] لا يعرف git بعدُ ترجمتين؛ فسجّلهما باسميهما.
        [few] لا يعرف git بعدُ { $count } ترجمات؛ فسجّلها بأسمائها.
        [many] لا يعرف git بعدُ { $count } ترجمة؛ فسجّلها بأسمائها.
       *[other] لا يعرف git بعدُ { $count } ترجمة؛ فسجّلها بأسمائها.
    }
cli-accept-merged =
    { $count ->
        [zero] الملف mizan.lock سليم.
        [one] عاد mizan.lock سليمًا، وجُمع سجلّ ترجمة واحدة.
        [two] عاد mizan.lock سليمًا، وجُمعت سجلّات ترجمتين.
        [few] عاد mizan.lock سليمًا، وجُمعت سجلّات { $count } ترجمات.
        [many] عاد mizan.lock سليمًا، وجُمعت سجلّات { $count } ترجمة.
       *[other] عاد mizan.lock سليمًا، وجُمعت سجلّات { $count } ترجمة.
    }

error-git = لا جواب من git: { $reason }

## الأمر mizan diff

cli-diff = عرض ما تغيّر في المصدر منذ تسجيل كل ترجمة
cli-diff-articles = مقالات بأسمائها أو ملفات (وإلا فكل ما لم يعد مطابقًا لمصدره)
cli-diff-locale = الترجمات إلى هذه اللغة وحدها
cli-diff-html = كتابة صفحة تعرض الجوانب متجاورة للعمل عليها
cli-diff-no-such = ليس في هذا المشروع مقال ولا ملف باسم { $name } له ترجمة
cli-diff-clean = كل الترجمات المسجَّلة مطابقة لمصادرها

diff-title = ما تغيّر في المصادر
diff-nothing = كل الترجمات المسجَّلة مطابقة لمصادرها.
diff-unrecorded = لا سجلّ له، فلا يُعرف عمّ تُرجم
diff-current = مطابق لمصدره
diff-cosmetic = مطابق لمصدره، ولم يتغيّر في المصدر إلا تنسيقه
diff-stale =
    { $count ->
        [zero] لم يعد مطابقًا لمصدره
        [one] لم يعد مطابقًا لمصدره: تغيير واحد في المصدر
        [two] لم يعد مطابقًا لمصدره: تغييران في المصدر
        [few] لم يعد مطابقًا لمصدره: { $count } تغييرات في المصدر
        [many] لم يعد مطابقًا لمصدره: { $count } تغييرًا في المصدر
       *[other] لم يعد مطابقًا لمصدره: { $count } تغيير في المصدر
    }
diff-no-old = ما كان المصدر يقوله من قبل غير معروف هنا، فليس هو في تاريخ git.
diff-happened =
    { $what ->
        [added] جديد { $name }
        [removed] محذوف { $name }
        [cosmetic] الألفاظ نفسها بتنسيق آخر { $name }
       *[changed] متغيّر { $name }
    }
diff-was = كان
diff-now = صار
diff-here = الترجمة
diff-no-translation = لم يُترجم بعد
diff-hint = إذا صارت الترجمة مطابقة للمصدر فسجّلها: mizan accept { $path }
diff-hint-edited = عُدِّلت الترجمة منذ تسجيلها. فإن صارت مطابقة للمصدر فسجّلها: mizan accept { $path }
diff-hint-unrecorded = قابل الترجمة بالمصدر ثم سجّلها: mizan accept { $path }
cli-no-such-locale = هذا المشروع لا يُترجم إلى { $locale }؛ ولغاته: { $known }

## الأمر mizan new

cli-new = بدء ترجمة: بنية المصدر وكلماته في تعليقات
cli-new-article = مقال باسمه أو بأحد ملفاته
cli-new-locale = اللغة المترجم إليها (ويجوز تركها إن لم تكن إلا لغة واحدة)
cli-new-print = طباعته دون كتابة شيء
cli-new-exists = الملف { $path } موجود من قبل، ولم يُغيَّر فيه شيء
cli-new-which = سمِّ اللغة بالخيار --locale؛ ولغات هذا المشروع: { $known }
cli-new-no-source = ليس للمقال { $name } مصدر يُترجم عنه
cli-no-such-article =
    { $count ->
        [zero] ليس في هذا المشروع مقال باسم { $name }
        [one] ليس في هذا المشروع مقال باسم { $name }؛ أهو { $near }؟
        [two] ليس في هذا المشروع مقال باسم { $name }؛ أهو أحد هذين: { $near }؟
        [few] ليس في هذا المشروع مقال باسم { $name }؛ أهو أحد هذه: { $near }؟
        [many] ليس في هذا المشروع مقال باسم { $name }؛ أهو أحد هذه: { $near }؟
       *[other] ليس في هذا المشروع مقال باسم { $name }؛ أهو أحد هذه: { $near }؟
    }

## الأمر mizan rename

cli-rename = تغيير اسم مقال في كل لغاته مع سجلّاته والروابط المؤدية إليه
cli-rename-old = مقال باسمه أو بأحد ملفاته
cli-rename-new = اسمه الجديد كما يرد في المسارات والعناوين
cli-rename-moved = صار { $from } الآن { $to }
cli-rename-links =
    { $count ->
        [zero] لم يُعدَّل رابط في { $path }
        [one] عُدِّل رابط واحد في { $path }
        [two] عُدِّل رابطان في { $path }
        [few] عُدِّلت { $count } روابط في { $path }
        [many] عُدِّل { $count } رابطًا في { $path }
       *[other] عُدِّل { $count } رابط في { $path }
    }
cli-rename-doubtful = { $place }: انظر في هذا الرابط، فقد لا يؤدي إلى ما كان يؤدي إليه
