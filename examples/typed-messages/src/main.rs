//! Says the same in English or Arabic: `cargo run -p typed-messages -- ar`.

use mizan::locale::Locale;
use mizan::message::{Date, Localizer};

/// One function for each message; the build script writes them.
mod texts {
    include!(concat!(env!("OUT_DIR"), "/texts.rs"));
}

fn localizer() -> Result<Localizer, mizan::Error> {
    let texts = [("en", include_str!("../locales/en/visit.ftl")), ("ar", include_str!("../locales/ar/visit.ftl"))];
    let mut builder = Localizer::builder();
    for (tag, text) in texts {
        builder = builder.add(&Locale::new(tag)?, text);
    }
    Ok(builder.build())
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let asked = std::env::args().nth(1).unwrap_or_else(|| "en".to_owned());
    let words = localizer()?.negotiate(&[asked]);
    let day = Date::new(2026, 11, 24).ok_or("no such day")?;
    println!("{}", words.say(&texts::next_visit("Sara", day)));
    println!("{}", words.say(&texts::meet_at(texts::Door::East)));
    for seats in [0, 1, 2, 3, 11, 100] {
        println!("{}", words.say(&texts::seats_left(seats)));
    }
    Ok(())
}
