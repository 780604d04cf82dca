//! Writes the functions of `src/main.rs`'s `texts` from the texts in `locales/`.

use std::error::Error;
use std::path::PathBuf;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=mizan.toml");
    println!("cargo::rerun-if-changed=locales");
    let project = mizan::Project::load(".")?;
    let out = PathBuf::from(std::env::var("OUT_DIR")?);
    match mizan::generate(&project) {
        Ok(module) => module.write(out.join("texts.rs"))?,
        // Each line says where: locales/ar/visit.ftl:3:9: …
        Err(faults) => {
            let lines = faults.to_string();
            lines.lines().for_each(|line| println!("cargo::error={line}"));
            false
        }
    };
    Ok(())
}
