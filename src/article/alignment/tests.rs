use super::*;

fn groups(source: &str, target: &str) -> Vec<(Vec<u32>, Vec<u32>)> {
    let (source, target) = (Document::parse("en.md", source.to_owned()), Document::parse("ar.md", target.to_owned()));
    Alignment::of(&source, &target).groups.into_iter().map(|group| (group.source, group.target)).collect()
}

#[test]
fn the_band_keeps_long_lists_linear() {
    for (n, m) in [(0, 0), (0, 9), (10_000, 10_000), (10_000, 9_000), (10_000, 100), (100, 10_000), (200_000, 200_000)]
    {
        let cells = table::Band::new(n, m).cells();
        assert!(cells <= 300 * (n + m + 1).max(16), "{n} by {m}: {cells} cells");
    }
    assert_eq!(groups("", ""), []);
}
