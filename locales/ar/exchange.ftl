### التبادل مع أدوات الترجمة: ملاحظات للمترجمين، وسبب رفض نص عاد من الترجمة.

## ملاحظات في ملفات التبادل

exchange-note-article = المقال { $key }، وترجمته في { $path }
exchange-note-messages = نصوص الواجهة، وترجمتها في { $path }
exchange-note-section = تحت العنوان: { $heading }
exchange-note-field = الحقل { $name } في ترويسة المقال
exchange-note-plural = صيغة العدد { $category }، للأعداد { $numbers }
exchange-note-plural-fractions = صيغة العدد { $category }، للكسور

## سبب رفض النص

exchange-unknown-file = ليس في المشروع مصدر مساره { $path }.
exchange-source-changed = تغيّر المصدر بعد التصدير. أعد تصديره.
exchange-target-changed = تغيّرت الترجمة بعد التصدير، ولو قُبل هذا النص لمحاها.
exchange-unverified = لم يعد ملف التبادل يذكر الترجمة التي بُني عليها، وفي المشروع ترجمة.
exchange-twice = ورد هذا النص مرتين بترجمتين مختلفتين.
exchange-fuzzy = عليه علامة fuzzy. أزلها متى صحّ النص.
exchange-code-lost = ينقص الترجمةَ { $code } وهو في المصدر.
exchange-code-added = ورد { $code } في الترجمة أكثر مما ورد في المصدر.
exchange-code-unknown = في الترجمة رمز { $id } لم يُصدَّر.
exchange-unbalanced = الرموز التي تحيط بنص لا تبدأ وتنتهي على ترتيبها.
exchange-blank-line = السطر الفارغ يزيد عدد الفقرات، والترجمة تُبقي الفقرات على عددها.
exchange-structure = يغيّر بنية الملف: نوع الكتلة أو عدد الكتل.
exchange-not-read-back = لو كُتب في الملف لما قُرئ كما أُريد. انظر في العلامات وما يجاورها من حروف.
exchange-field = لا يمكن أن يُكتب الحقل { $name } هناك. اكتبه يدويًّا.
exchange-incomplete =
    { $count ->
        [zero] لا يُكتب إلا كاملًا.
        [one] لا يُكتب إلا كاملًا، وبقي نص واحد ناقص أو مرفوض.
        [two] لا يُكتب إلا كاملًا، وبقي نصان ناقصان أو مرفوضان.
        [few] لا يُكتب إلا كاملًا، وبقيت { $count } نصوص ناقصة أو مرفوضة.
        [many] لا يُكتب إلا كاملًا، وبقي { $count } نصًّا ناقصًا أو مرفوضًا.
       *[other] لا يُكتب إلا كاملًا، وبقي { $count } نص ناقص أو مرفوض.
    }
exchange-no-place = لا موضع له في الترجمة. أوجد له موضعًا بيدك.
exchange-no-default = ينقص نص سائر الحالات (other).
exchange-unreadable = تتعذّر قراءة { $path } على حاله. أصلحه أولًا.

## ما ليس ملف تبادل

error-exchange-xml = { $path }:{ $line }:{ $column }: ليس هذا ملف XML صحيحًا: { $reason }
error-exchange-entity = { $path }:{ $line }:{ $column }: الكيان { $reason } غير معروف
error-exchange-doctype = { $path }:{ $line }:{ $column }: لا يكون لملف XLIFF تعريف نوع (DOCTYPE)
error-exchange-version = { $path }:{ $line }:{ $column }: ليس هذا XLIFF 2.0 ولا 2.1 ({ $reason })
error-exchange-po = { $path }:{ $line }:{ $column }: ليس هذا XLIFF ولا PO: { $reason }
error-exchange-header = { $path }:{ $line }:{ $column }: لا ترويسة لملف PO
error-exchange-charset = { $path }:{ $line }:{ $column }: ترميز ملف PO هو { $reason }. احفظه بترميز UTF-8
error-exchange-source = { $path }:{ $line }:{ $column }: يترجم من { $reason } وليست لغة المصدر
error-exchange-target = { $path }:{ $line }:{ $column }: يترجم إلى { $reason } وليست من لغات المشروع
