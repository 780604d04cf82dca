//! What a plural of six forms costs: mizan, which chooses the form that CLDR says, beside bare fluent-bundle, which
//! chooses another for 103 and 111. The same message, the same arguments, nothing isolated.

use divan::Bencher;
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};
use mizan::locale::Locale;
use mizan::message::Localizer;

const MESSAGE: &str = "checked = { $count ->
    [zero] لم يُفحص أي مقال
    [one] فُحص مقال واحد
    [two] فُحص مقالان
    [few] فُحصت { $count } مقالات
    [many] فُحص { $count } مقالًا
   *[other] فُحص { $count } مقال
 }
";

/// One of each form; two that fluent-bundle gets wrong; two that are grouped, which fluent-bundle leaves out.
const COUNTS: &[u64] = &[0, 1, 2, 7, 25, 100, 103, 111, 1_234, 20_000];

fn main() {
    divan::main();
}

fn args(count: u64) -> FluentArgs<'static> {
    mizan::args! { count => count }
}

#[divan::bench(args = COUNTS)]
fn mizan_right(bencher: Bencher, count: u64) {
    let arabic = Localizer::builder().add(&Locale::new("ar").expect("a tag"), MESSAGE).build();
    let args = args(count);
    bencher.bench_local(|| arabic.format("checked", &args).into_string());
}

#[divan::bench(args = COUNTS)]
fn bare_fluent_bundle(bencher: Bencher, count: u64) {
    let resource = FluentResource::try_new(MESSAGE.to_owned()).expect("a message");
    let mut bundle = FluentBundle::new(vec!["ar".parse().expect("a tag")]);
    bundle.set_use_isolating(false);
    bundle.add_resource(resource).expect("no message twice");
    let args = args(count);
    bencher.bench_local(|| {
        let pattern = bundle.get_message("checked").and_then(|message| message.value()).expect("a value");
        bundle.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned()
    });
}
