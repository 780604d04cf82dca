use super::*;

fn documents(source: &str, target: &str) -> (Document, Document) {
    (Document::parse("en.md", source.to_owned()), Document::parse("ar.md", target.to_owned()))
}

fn groups(source: &str, target: &str) -> Vec<(Vec<u32>, Vec<u32>)> {
    let (source, target) = documents(source, target);
    Alignment::of(&source, &target).groups.into_iter().map(|group| (group.source, group.target)).collect()
}

fn pairs(pairs: &[(u32, u32)]) -> Vec<(Vec<u32>, Vec<u32>)> {
    pairs.iter().map(|(s, t)| (vec![*s], vec![*t])).collect()
}

const EN: [&str; 4] = [
    "The clinic opened on 3 March with 8 rooms, and none of them looks like a hospital.",
    "Call the desk. It answers from Sunday to Thursday, in six languages, and it knows where a bed is free.",
    "Write to [us](mailto:us@example.org) for the forms.",
    "Who should come?",
];
const AR: [&str; 4] = [
    "افتُتحت العيادة في 3 مارس وفيها 8 غرف لا تشبه واحدة منها غرف المستشفيات.",
    "اتصل بالمكتب. وهو يرد من الأحد إلى الخميس بست لغات، ويعرف أين يوجد سرير شاغر.",
    "اكتب [إلينا](mailto:us@example.org) لتصلك الاستمارات.",
    "من ينبغي أن يأتي؟",
];

#[test]
fn paragraphs_in_order_are_one_to_one() {
    assert_eq!(groups(&EN.join("\n\n"), &AR.join("\n\n")), pairs(&[(0, 0), (1, 1), (2, 2), (3, 3)]));
    assert_eq!(groups("", ""), []);
}

#[test]
fn what_lacks_leaves_the_others_in_step() {
    let ar = [AR[0], AR[2], AR[3]].join("\n\n");
    let expected = [(vec![0], vec![0]), (vec![1], vec![]), (vec![2], vec![1]), (vec![3], vec![2])];
    assert_eq!(groups(&EN.join("\n\n"), &ar), expected);
    let en = [EN[0], EN[1], EN[3]].join("\n\n");
    let expected = [(vec![0], vec![0]), (vec![1], vec![1]), (vec![], vec![2]), (vec![2], vec![3])];
    assert_eq!(groups(&en, &AR.join("\n\n")), expected);
}

#[test]
fn neighbours_in_each_other_s_place_are_followed() {
    let ar = [AR[1], AR[0], AR[3], AR[2]].join("\n\n");
    assert_eq!(groups(&EN.join("\n\n"), &ar), pairs(&[(0, 1), (1, 0), (2, 3), (3, 2)]));
}

#[test]
fn what_was_joined_or_split_stays_together() {
    let (en, ar) = (EN.join("\n\n"), AR.join("\n\n"));
    let joined = [&[AR[0], AR[1]].join(" "), AR[2], AR[3]].join("\n\n");
    assert_eq!(groups(&en, &joined), [(vec![0, 1], vec![0]), (vec![2], vec![1]), (vec![3], vec![2])]);
    let joined = [&[EN[0], EN[1]].join(" "), EN[2], EN[3]].join("\n\n");
    assert_eq!(groups(&joined, &ar), [(vec![0], vec![0, 1]), (vec![1], vec![2]), (vec![2], vec![3])]);
}

#[test]
fn a_section_takes_its_heading_along() {
    let section = |title: &str, texts: &[&str]| format!("## {title}\n\n{}\n\n", texts.join("\n\n"));
    let en = section("Rooms", &[EN[0], EN[1]]) + &section("Forms", &[EN[2], EN[3]]);
    let ar = section("الاستمارات", &[AR[2], AR[3]]) + &section("الغرف", &[AR[0], AR[1]]);
    assert_eq!(groups(&en, &ar), pairs(&[(0, 3), (1, 4), (2, 5), (3, 0), (4, 1), (5, 2)]));
}

#[test]
fn items_of_one_length_are_told_apart_by_what_they_name() {
    let en = "- Ward A, room 204\n- Ward B, room 305\n- Ward C, room 406\n- Ward D, room 507\n";
    let ar = "- قسم، الغرفة 204\n- قسم، الغرفة 406\n- قسم، الغرفة 507\n";
    let expected = [(vec![0], vec![0]), (vec![1], vec![]), (vec![2], vec![1]), (vec![3], vec![2])];
    assert_eq!(groups(en, ar), expected);
    let (source, target) = documents(en, ar);
    assert!(Alignment::of(&source, &target).doubtful.is_empty());
    let (source, target) = documents("- Wash.\n- Ring.\n- Wait.\n", "- اغسل.\n- اقرع.\n");
    assert_eq!(Alignment::of(&source, &target).doubtful.len(), 1, "nothing says which of three is missing");
}

#[test]
fn an_extra_segment_stands_after_the_one_before_it() {
    let ar = ["جملة لا أصل لها في المصدر، وهي هنا أولًا، وفيها الرقم 77.", AR[0], AR[1], AR[2], AR[3]].join("\n\n");
    let found = groups(&EN.join("\n\n"), &ar);
    assert_eq!(found[0], (vec![], vec![0]));
    assert_eq!(found[1..], pairs(&[(0, 1), (1, 2), (2, 3), (3, 4)]));
}

#[test]
fn the_band_keeps_long_texts_linear() {
    let sizes =
        [(0, 0), (0, 9), (9, 0), (10_000, 10_000), (10_000, 9_000), (10_000, 100), (100, 10_000), (200_000, 200_000)];
    for (n, m) in sizes {
        let cells = table::Band::new(n, m).cells();
        assert!(cells <= 256 * (n + m + 1), "{n} by {m}: {cells} cells");
    }
}

#[test]
fn of_a_long_list_only_what_differs_is_looked_at() {
    let list = |word: &str, without: &[usize]| {
        let items = (0..10_000).filter(|at| !without.contains(at));
        items.map(|at| format!("- {word} {}\n", at * 7919 % 100_003)).collect::<String>()
    };
    let (source, target) = documents(&list("Room", &[]), &list("غرفة", &[4_000, 8_000]));
    let (theirs, ours) = (Features::of(&source), Features::of(&target));
    let parts = walk::parts(&theirs, &ours, &Weights::of(&theirs, &ours));
    let cells: usize = parts.iter().filter(|it| !it.straight).map(|it| it.source.len() * it.target.len()).sum();
    assert!(cells < 20_000, "{cells} cells");
    let groups = Alignment::of(&source, &target).groups;
    let lone: Vec<_> = groups.iter().filter(|group| group.target.is_empty()).map(|group| group.source[0]).collect();
    assert_eq!(lone, [4_000, 8_000]);
}
