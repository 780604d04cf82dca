//! The example that calls its messages as functions: it builds, and says what its texts say. Ignored by default, since it
//! compiles a second package; `.ci/run` runs it.

use std::process::Command;

fn said(language: &str) -> String {
    let mut cargo = Command::new(env!("CARGO"));
    let cargo = cargo.args(["run", "--quiet", "--package", "typed-messages", "--", language]);
    let output = cargo.current_dir(env!("CARGO_MANIFEST_DIR")).output().expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}

#[test]
#[ignore = "compiles a second package"]
fn the_example_speaks_both_languages() {
    assert_eq!(
        said("en"),
        "Sara leads the next visit, on Tuesday, November 24, 2026.\nMeet at the east door.\nNo seats are left\n\
         One seat is left\n2 seats are left\n3 seats are left\n11 seats are left\n100 seats are left\n"
    );
    // None, one, two; 3 to 10 with the plural, 11 to 99 with the singular accusative, 100 with the singular genitive.
    assert_eq!(
        said("ar"),
        "تقود Sara الزيارة القادمة يوم الثلاثاء، 24 نوفمبر 2026.\nاللقاء عند الباب الشرقي.\nلم يبق أي مقعد\n\
         بقي مقعد واحد\nبقي مقعدان\nبقيت 3 مقاعد\nبقي 11 مقعدًا\nبقي 100 مقعد\n"
    );
}
