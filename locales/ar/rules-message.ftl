### ما تقوله قواعد الرسائل. المعرّفات هي أسماء القواعد، و«.help» ما ينبغي فعله.

message-syntax =
    .help = أصلِح هذه الرسالة، فإن Fluent يتجاوزها كلها ما دامت على هذه الحال.
message-syntax-expected = هذا ليس من صيغة Fluent: كان المتوقَّع هنا { $sign }.
message-syntax-range = هذا ليس من صيغة Fluent: كان المتوقَّع هنا أحد { $range }.
message-syntax-line-break = هذا ليس من صيغة Fluent: تبدأ البدائل في سطر جديد بعد السهم.
message-syntax-empty = ليس للرسالة { $id } قيمة ولا سمة.
message-syntax-no-default = لم يُعيَّن أي بديل بديلًا افتراضيًا بعلامة *.
message-syntax-two-defaults = عُيِّن بديلان افتراضيان بعلامة *.
message-syntax-no-value = هذا ليس من صيغة Fluent: كان المتوقَّع هنا نصًا.
message-syntax-selector = لا يصلح هذا للاختيار بين البدائل؛ إنما يُختار بمتغير أو قيمة حرفية أو دالة أو سمة مصطلح.
message-syntax-term-attribute = سمة المصطلح تصلح للاختيار بين البدائل فقط، ولا تُعرض.
message-syntax-open-literal = تنقص علامة الاقتباس الختامية في هذا السطر.
message-syntax-argument-order = تأتي الوسائط المسمّاة بعد سائر الوسائط.
message-syntax-argument-twice = أُعطي الوسيط { $name } مرتين.
message-syntax-function-name = تُكتب أسماء الدوال بحروف لاتينية كبيرة.
message-syntax-escape = تسلسل الهروب هذا ناقص أو غير معروف؛ المعروف منها: \uXXXX و\UXXXXXX و\\ و\".
message-syntax-closing-brace = لا قوس فاتحة لهذه القوس الخاتمة.
message-syntax-expression = هذا ليس من صيغة Fluent: كان المتوقَّع هنا متغيرًا أو إحالة أو قيمة حرفية.
message-syntax-too-deep = تتداخل الأقواس هنا تداخلًا أعمق من أن يُقرأ.

message-cyclic-reference = تعود الرسالة { $id } إلى نفسها: { $way }.
    .help = احذف إحدى هذه الإحالات، فلا نص يحتوي نفسه.

message-duplicate-id = عُرِّفت الرسالة { $id } مرة ثانية.
    .help = أبقِ واحدة منهما، فلن تظهر إلا واحدة.

message-markup-mismatch-missing = ينقص الرسالة { $id } الوسم { $tag } الموجود في المصدر.
message-markup-mismatch-extra = في الرسالة { $id } الوسم { $tag } الذي ليس في المصدر.
message-markup-mismatch-changed = في الرسالة { $id } الوسم { $tag }، وهو في المصدر { $source }.
message-markup-mismatch-open = الوسم { $tag } في الرسالة { $id } مفتوح لا يُغلق.
message-markup-mismatch-stray = الوسم { $tag } في الرسالة { $id } لا يُغلق شيئًا.
message-markup-mismatch-crossing = يأتي الوسم { $tag } في الرسالة { $id } قبل أن يُغلق { $open }.

message-missing = لا ترجمة للرسالة { $id } في { $path }.

message-obsolete = لم تعد الرسالة { $id } موجودة في المصدر.
    .help = احذفها، أو غيّر معرّفها كما تغيّر في المصدر.

message-obsolete-attribute = للرسالة { $id } السمة { $attribute }، وليست في المصدر.
    .help = احذفها، أو غيّر اسمها كما تغيّر في المصدر.
message-obsolete-attribute-near = هل المقصود { $near }؟

message-missing-value = للرسالة { $id } قيمة في المصدر، وليس لها هنا قيمة.

message-missing-attribute = تنقص الرسالة { $id } السمة { $attribute }.

message-too-long = { $count ->
    [zero] الرسالة { $id } بلا محارف، والحد الأقصى { $limit }.
    [one] طول الرسالة { $id } محرف واحد، والحد الأقصى { $limit }.
    [two] طول الرسالة { $id } محرفان، والحد الأقصى { $limit }.
    [few] طول الرسالة { $id } { $count } محارف، والحد الأقصى { $limit }.
    [many] طول الرسالة { $id } { $count } محرفًا، والحد الأقصى { $limit }.
   *[other] طول الرسالة { $id } { $count } محرف، والحد الأقصى { $limit }.
}

message-unused = لا شيء يستعمل الرسالة { $id } في الملفات التي يذكرها الإعداد «used-in».
    .help = احذفها، وإن كان البرنامج يصل إلى معرّفها بطريقة أخرى فاكتب فوقها: # mizan-allow message/unused: السبب
message-unused-term = لا رسالة تُحيل إلى المصطلح { $id }.

message-undefined = الرسالة { $id } مستعمَلة هنا، وليست في المصدر.
message-undefined-attribute = ليست للرسالة { $id } السمة { $attribute } المستعمَلة هنا.
message-undefined-near = هل المقصود { $near }؟

message-variable-missing = لا تعرض الرسالة { $id } المتغير { $variable } كما يعرضه المصدر.
message-variable-missing-in = لا تعرض الرسالة { $id } المتغير { $variable } في البديل { $variant } كما يعرضه المصدر.

message-variable-unknown = تستعمل الرسالة { $id } المتغير { $variable }، ولا يستعمله المصدر؛ فسيبقى فارغًا.
message-variable-unknown-near = هل المقصود { $near }؟

message-unknown-function = تستدعي الرسالة { $id } الدالة { $function }، وليست من دوال Fluent ولا مذكورة في mizan.toml.
    .help = إن كان البرنامج يوفّرها فاذكرها في mizan.toml تحت { $table } هكذا: { $line }
message-unknown-function-near = هل المقصود { $near }؟

message-unknown-option = تعطي الرسالة { $id } الدالة { $function } الخيار { $option }، وليس لها خيار بهذا الاسم.
message-unknown-option-near = هل المقصود { $near }؟
message-unknown-option-value = تعطي الرسالة { $id } الخيار { $option } القيمة «{ $value }»، وهو لا يقبلها.
    .help = القيم المقبولة: { $allowed }.

message-unisolated = العبارة { $phrase } في الرسالة { $id } مُدرَجة بلا عزل لاتجاهها، فيراها القارئ بترتيب خاطئ.
    .help = ضعها بين {"{"}"\u2068"{"}"} و{"{"}"\u2069"{"}"}.
message-unisolated-glued = العبارة { $phrase } في الرسالة { $id } تتفكك: ما يُدرَج فيها معزول الاتجاه، وما يلتصق به غير معزول.

message-unknown-reference = تشير الرسالة { $id } إلى { $reference }، وهو غير موجود.
message-unknown-reference-near = هل المقصود { $near }؟

message-plural-categories = { $count ->
    [zero] لا تنقص الرسالة { $id } أي صيغة من صيغ العدد: { $missing }.
    [one] تنقص الرسالة { $id } صيغة العدد { $missing }.
    [two] تنقص الرسالة { $id } صيغتان من صيغ العدد: { $missing }.
    [few] تنقص الرسالة { $id } { $count } صيغ من صيغ العدد: { $missing }.
    [many] تنقص الرسالة { $id } { $count } صيغة من صيغ العدد: { $missing }.
   *[other] تنقص الرسالة { $id } { $count } صيغة من صيغ العدد: { $missing }.
}
    .help = العدد الذي لا صيغة له تُعرض له الصيغة الافتراضية. وهذه الصيغ كلها متمايزة في اللغة { $locale }.

message-plural-flat = للرسالة { $id } نص واحد للأعداد كلها، والمصدر يختار نصه بحسب العدد.
    .help = اختر النص بحسب العدد هنا أيضًا، فللغة { $locale } صيغ عدد خاصة بها.

message-plural-unreachable = لا يصل أي عدد إلى البديل { $variant } في الرسالة { $id }، فليست في اللغة { $locale } صيغة كهذه.
    .help = إن كان المقصود هذا العدد وحده فاكتب { $exact }.
message-plural-unreachable-forms = صيغ هذه اللغة: { $forms }.
message-plural-unreachable-twice = ورد البديل { $variant } في الرسالة { $id } مرتين، فلا يُعرض هذا أبدًا.
message-plural-unreachable-same = يدل البديلان { $other } و{ $variant } في الرسالة { $id } على العدد نفسه، فلا يُعرض منهما إلا واحد.
message-plural-unreachable-default = لا يُعرض البديل الافتراضي { $variant } في الرسالة { $id } أبدًا، فلكل صيغة من صيغ العدد بديل خاص بها.

message-untranslated = نص الرسالة { $id } هو نص المصدر نفسه.
    .help = ترجِمه، وإن كان لا بد من بقائه فاكتب فوقه: # mizan-allow message/untranslated: السبب
message-untranslated-marked = الرسالة { $id } معلَّمة بأنها لم تُترجم بعد.
    .help = ترجِمها ثم احذف هذا السطر.
message-untranslated-marked-in = في الرسالة { $id } ما هو معلَّم بأنه لم يُترجم بعد: { $what }.

message-stale = تغيّر مصدر الرسالة { $id } بعد تسجيل ترجمتها.
    .help = حدّثها ثم سجّلها: mizan accept '{ $path }#{ $id }'

message-whitespace-start-lost = لا تبدأ الرسالة { $id } بالمسافة التي يبدأ بها المصدر.
message-whitespace-start-added = تبدأ الرسالة { $id } بمسافة ليست في المصدر.
message-whitespace-end-lost = لا تنتهي الرسالة { $id } بالمسافة التي ينتهي بها المصدر.
message-whitespace-end-added = تنتهي الرسالة { $id } بمسافة ليست في المصدر.
message-whitespace-double = في الرسالة { $id } أكثر من مسافة بين كلمتين.
message-whitespace-paragraphs = تقسيم الرسالة { $id } إلى فقرات يخالف تقسيم المصدر.
