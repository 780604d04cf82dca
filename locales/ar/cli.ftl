### سطر الأوامر: المساعدة والأسئلة والأخطاء. تبقى أسماء الأوامر والخيارات والقيم كما هي.

cli-about = أداة تُبقي النسختين الإنجليزية والعربية من كل مقال متوازنتين.

cli-init = فحص مجلد واقتراح إعداداته
cli-check = مقارنة نسخ كل مقال ورسائل كل فهرس
cli-status = عرض ما تُرجم وما بقي
cli-build = كتابة الموقع: كل نسخة صفحة موصولة بأخواتها
cli-export = كتابة النصوص المطلوبة ترجمتها لأدوات الترجمة بصيغة XLIFF أو gettext PO
cli-import = استرداد الترجمات من أدوات الترجمة نصًّا نصًّا
cli-bidi = عرض الترتيب الذي يُرى به نص مختلط الاتجاه وإصلاحه
cli-explain = شرح قاعدة من قواعد الفحص
cli-generate = كتابة وحدة Rust فيها دالة موثَّقة لكل رسالة
cli-completions = طباعة الإكمال التلقائي لصدفة أوامر
cli-man = طباعة صفحة دليل
cli-schema = طباعة مخطط JSON لملف mizan.toml أو لملف glossary.toml أو لما يطبعه الفحص بصيغة JSON
cli-rules-page = كتابة صفحة القواعد كلها

cli-usage = الاستعمال
cli-commands = الأوامر
cli-arguments = الوسائط
cli-options = الخيارات
cli-any-options = خيارات الأوامر كلها

cli-any-lang = لغة كلام الأداة: en أو ar (وإلا فكما تقول المتغيرات LC_ALL أو LC_MESSAGES أو LANG)
cli-any-color = متى تُلوَّن النصوص: auto (وهو المبدئي: في الطرفية ما لم يُضبط NO_COLOR) أو always أي دائمًا أو never أي أبدًا
cli-any-bidi = ما يُفعل بالنص العربي في الطرفية: auto (وهو المبدئي: يختار visual في الطرفيات المعروف أنها لا ترتّب النص) أو none أي لا شيء أو isolate أي يُحاط كل سطر بمحارف اتجاه أو visual أي يُرتَّب كما يُرى وتوصل حروفه
cli-any-quiet = الاكتفاء بالضروري: وفي الفحص بالنتائج التي تُفشله
cli-any-help = عرض هذه المساعدة
cli-any-version = عرض رقم الإصدار

cli-init-dir = المجلد المطلوب فحصه (وإلا فالمجلد الحالي)
cli-init-yes = كتابة mizan.toml بلا سؤال
cli-init-print = طباعة الإعدادات المقترحة دون كتابة شيء

cli-check-paths = مجلد المشروع ثم ما يُراد عرض نتائجه من ملفات المشروع ومجلداته (وإلا فالمشروع كله حول المجلد الحالي)
cli-check-format = صيغة عرض النتائج: human للقراءة (وهي المبدئية) أو json أو github أو sarif أو junit
cli-check-rule = تغيير درجة قاعدة، مثل article/orphan=off أو message/*=info، ويجوز تكراره
cli-check-fail-on = الدرجة التي يفشل الفحص بدءًا منها: info أو warn أو error (وهي المبدئية)، أو off فلا يفشل أبدًا
cli-check-only = عرض نتائج الملفات التي يطابق مسارها النمط وحدها، مثل *.ftl أو articles/*/ar.md، ويجوز تكراره
cli-check-fix = إجراء الإصلاحات المأمونة ثم عرض ما بقي
cli-check-diff = عرض ما سيغيّره الخيار --fix بصيغة يفهمها patch -p1 دون كتابة شيء، ورمز الخروج 1 إن كان هناك ما يتغير
cli-check-output = الكتابة في هذا الملف بدلًا من الخرج المعياري

cli-status-dir = مجلد المشروع (وإلا فالمشروع الذي حول المجلد الحالي)
cli-status-missing = سرد ما بقي للترجمة، الأطول أولًا
cli-status-next = سرده بترتيب ما ينبغي فعله أولًا: المتقادم ثم المترجم جزئيًّا ثم الناقص، ثم بالانتظار والوزن والكلمات
cli-status-json = طباعة كل ذلك بصيغة JSON
cli-status-html = كتابة صفحة صالحة للعرض على الآخرين

cli-build-dir = مجلد المشروع (وإلا فالمشروع الذي حول المجلد الحالي)
cli-build-out = المجلد الذي يُكتب فيه: مجلد جديد أو مجلد أنشأته الأداة من قبل

cli-export-what = مجلد المشروع ثم ما يُراد من مقالات بمفاتيحها وملفات ومجلدات (وإلا فالمشروع كله حول المجلد الحالي)
cli-export-locale = اللغة المطلوب الترجمة إليها (وتُغني عنه لغة هدف وحيدة)
cli-export-format = الصيغة: xliff (وهي المبدئية، أي XLIFF 2.1) أو po (أي gettext)
cli-export-out = الملف الذي يُكتب، أو مجلد يُكتب فيه ملف لكل مصدر (وإلا فالخرج المعياري)

cli-import-files = مجلد المشروع لمن ليس فيه، ثم ملفات التبادل
cli-import-dry-run = عرض ما يُقبل وما يُرفض دون كتابة شيء
cli-bidi-text = النص، وكل سطر منه فقرة، والعلامة - تقرأ الدخل المعياري
cli-bidi-base = اتجاه الفقرة: rtl أو ltr (وإلا فاتجاه أول حرف فيها)
cli-bidi-json = طباعة النتيجة بصيغة JSON، لكل فقرة كائن في سطر

cli-explain-rule = القاعدة، مثل article/missing (وإلا تُسرد القواعد كلها)
cli-explain-list = سرد القواعد كلها

cli-generate-dir = مجلد المشروع (وإلا فالمشروع الذي حول المجلد الحالي)
cli-generate-out = الملف الذي يُكتب: ملف جديد أو ملف ولّدته الأداة من قبل (وإلا فما يحدده القسم [generate] في mizan.toml)
cli-generate-check = المقارنة دون كتابة شيء، والفشل إن اختلف الملف عما كان سيُكتب

cli-completions-shell = صدفة الأوامر: bash أو zsh أو fish أو elvish أو powershell
cli-man-command = الأمر المطلوبة صفحته (وإلا فصفحة mizan نفسها)
cli-schema-what = المطلوب وصفه: config للإعدادات أو glossary للمعجم أو report للنتائج
cli-rules-page-output = الكتابة في هذا الملف بدلًا من الخرج المعياري

cli-exit-codes = رموز الخروج: 0 لا شيء عند الحدّ أو فوقه، 1 هناك نتائج، 2 تعذّر على الأداة إتمام عملها.

## التقدّم والنتائج

cli-progress-check = الفحص جارٍ
cli-progress-status = العدّ جارٍ
cli-progress-build = الفحص والبناء جاريان
cli-written = كُتب الملف: { $path }
cli-built =
    { $written ->
        [zero] لم يُكتب أي ملف
        [one] كُتب ملف واحد
        [two] كُتب ملفان
        [few] كُتبت { $written } ملفات
        [many] كُتب { $written } ملفًّا
       *[other] كُتب { $written } ملف
    } في { $out } (بلا تغيير: { $unchanged }، محذوف: { $removed }).
cli-build-errors =
    { $count ->
        [zero] كُتب الموقع ولا خطأ فيه، كما يبيّن الأمر: { $command }
        [one] كُتب الموقع، لكن الفحص وجد فيه خطأً واحدًا، ويعرضه الأمر: { $command }
        [two] كُتب الموقع، لكن الفحص وجد فيه خطأين، ويعرضهما الأمر: { $command }
        [few] كُتب الموقع، لكن الفحص وجد فيه { $count } أخطاء، ويعرضها الأمر: { $command }
        [many] كُتب الموقع، لكن الفحص وجد فيه { $count } خطأً، ويعرضها الأمر: { $command }
       *[other] كُتب الموقع، لكن الفحص وجد فيه { $count } خطأ، ويعرضها الأمر: { $command }
    }
cli-generate-current = الملف { $path } محدَّث.
cli-generate-absent = الملف { $path } غير موجود بعد. لكتابته: { $command }
cli-generate-outdated = لا يطابق الملف { $path } ما تعطيه النصوص. لكتابته: { $command }
cli-generate-more =
    { $count ->
        [zero] ولا شيء غير ذلك
        [one] وعنصر آخر
        [two] وعنصران آخران
        [few] و{ $count } عناصر أخرى
        [many] و{ $count } عنصرًا آخر
       *[other] و{ $count } عنصر آخر
    }
cli-generate-nowhere = في أي ملف؟ يُحدَّد بالخيار --out أو في mizan.toml هكذا: [generate] out = "src/texts.rs"
cli-export-nothing = ليس فيما ذُكر ما يُترجم
cli-export-which = للمشروع أكثر من لغة هدف. اختر إحداها بالخيار --locale: { $known }
cli-export-unknown = ليست { $locale } من لغات المشروع: { $known }
cli-exported =
    { $count ->
        [zero] لم يُكتب أي ملف في { $out }.
        [one] كُتب ملف واحد في { $out }.
        [two] كُتب ملفان في { $out }.
        [few] كُتبت { $count } ملفات في { $out }.
        [many] كُتب { $count } ملفًّا في { $out }.
       *[other] كُتب { $count } ملف في { $out }.
    }
cli-import-would-write = الملف الذي كان سيُكتب: { $path }
cli-imported =
    { $accepted ->
        [zero] لم يُقبل أي نص
        [one] قُبل نص واحد
        [two] قُبل نصان
        [few] قُبلت { $accepted } نصوص
        [many] قُبل { $accepted } نصًّا
       *[other] قُبل { $accepted } نص
    } (بلا تغيير: { $unchanged }، غير مترجم: { $untranslated }، مرفوض: { $refused }).
cli-init-ask = أيُكتب الملف { $path }؟ [نعم/لا]
cli-init-not-written = لم يُكتب شيء. أعد الأمر مع --yes للكتابة.
cli-no-folder = تعذّرت كتابة { $path }: لا مجلد اسمه { $folder }
cli-only-nothing = لا يطابق { $pattern } أي ملف من المشروع. والأنماط مسارات تحت مجلد المشروع، مثل 'articles/**'
cli-init-exists = الملف { $path } موجود من قبل. لعرض المقترح: { $command }

## الترتيب الذي يُرى به النص

bidi-fine = يرى القارئ النص بالترتيب المقصود.
bidi-captured = في النص عبارة تجذب ما يجاورها من مكانه.
bidi-broken = في النص عبارة تظهر مختلّة الترتيب.
bidi-base = اتجاه الفقرة: { $direction }
bidi-written = كما كُتب:
bidi-mended = بعد الإصلاح:
bidi-runs = ما يُرى من اليسار إلى اليمين، وقبل كل جزء مستواه:
bidi-hidden = المحارف الخفية، وقبل كل منها عموده:

## ما لا يصح من الوسائط

cli-unknown-argument = لا وسيط اسمه { $given }
cli-unknown-command = لا أمر اسمه { $given }
cli-needs-value = يحتاج { $argument } إلى قيمة
cli-invalid-value = القيمة { $value } لا تصح في { $argument }، والقيم الممكنة: { $values }
cli-missing-argument = ينقص الأمرَ: { $argument }
cli-conflict = لا يجتمع { $argument } مع { $other }
cli-given-twice = تكرّر { $argument }
cli-wrong-number = عدد قيم { $argument } لا يصح
cli-not-utf8 = الوسائط ليست نصًّا بترميز UTF-8
cli-wrong = { $reason }
cli-did-you-mean = أتقصد { $near }؟
cli-see-help = للمزيد: { $command }
cli-bad-setting = القيمة { $given } لا تصح، فالخيار --rule يُكتب RULE=SEVERITY والدرجة off أو info أو warn أو error
cli-unknown-rule =
    { $count ->
        [zero] لا قاعدة اسمها { $rule }، ويسرد القواعد الأمر: mizan explain --list
        [one] لا قاعدة اسمها { $rule }، فهل هي { $near }؟
        [two] لا قاعدة اسمها { $rule }، فهل هي إحدى هاتين: { $near }؟
        [few] لا قاعدة اسمها { $rule }، فهل هي إحدى هذه: { $near }؟
        [many] لا قاعدة اسمها { $rule }، فهل هي إحدى هذه: { $near }؟
       *[other] لا قاعدة اسمها { $rule }، فهل هي إحدى هذه: { $near }؟
    }
cli-bad-glob = تعذّرت قراءة النمط { $glob }: { $reason }
cli-outside-project = المسار { $path } خارج المشروع الذي في { $project }
cli-input = تعذّرت قراءة الدخل المعياري: { $reason }
cli-output = تعذّرت كتابة الخرج: { $reason }

## ما منع الأداة من عملها

error-read = تعذّرت قراءة { $path }: { $reason }
error-write = تعذّرت كتابة { $path }: { $reason }
error-changed = غيّر برنامج آخر الملف { $path } في هذه الأثناء، فتُرك على حاله
error-outside-project = المسار { $path } خارج المشروع، فتُرك على حاله
error-not-utf8 = { $path }:{ $line }:{ $column }: ليس هذا نصًّا بترميز UTF-8. احفظ الملف بترميز UTF-8
error-too-large = الملف { $path } أكبر من أن يكون مقالًا أو ملف رسائل: { $size } بايت، والحدّ { $limit }
error-config = { $path }:{ $line }:{ $column }: { $reason }
error-unknown-rule =
    { $count ->
        [zero] { $path }:{ $line }:{ $column }: لا قاعدة اسمها { $rule }، ويسرد القواعد الأمر: mizan explain --list
        [one] { $path }:{ $line }:{ $column }: لا قاعدة اسمها { $rule }، فهل هي { $near }؟
        [two] { $path }:{ $line }:{ $column }: لا قاعدة اسمها { $rule }، فهل هي إحدى هاتين: { $near }؟
        [few] { $path }:{ $line }:{ $column }: لا قاعدة اسمها { $rule }، فهل هي إحدى هذه: { $near }؟
        [many] { $path }:{ $line }:{ $column }: لا قاعدة اسمها { $rule }، فهل هي إحدى هذه: { $near }؟
       *[other] { $path }:{ $line }:{ $column }: لا قاعدة اسمها { $rule }، فهل هي إحدى هذه: { $near }؟
    }
error-no-config = لا ملف mizan.toml في { $path } ولا فوقه. لكتابته: mizan init { $path }
error-foreign-folder = المجلد { $path } ليس من صنع الأداة. اختر مجلدًا فارغًا أو جديدًا
error-foreign-file = الملف { $path } ليس من صنع mizan generate. اختر ملفًا آخر أو أبعِد هذا الملف
error-outside-output = سيُكتب { $path } خارج مجلد الخرج
error-template = القالب { $name }، السطر { $line }: { $reason }
error-locale = القيمة { $given } ليست وسم لغة. يُكتب مثل en أو ar أو ar-EG
error-unknown-locale = ليست { $given } من اللغات الموجودة هنا: { $known }
error-usage = { $reason }
