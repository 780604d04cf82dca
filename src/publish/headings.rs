//! Ids of headings, put into the events of a text: the ones that `Document` gives, without a second reading.

use std::collections::HashMap;

use pulldown_cmark::{CowStr, Event, LinkType, Tag, TagEnd};

use crate::article::heading_id;

/// Gives each heading its id, which fragments of links name.
pub(super) fn identify(events: &mut [Event<'_>]) {
    let mut seen: HashMap<String, u32> = HashMap::new();
    for at in 0..events.len() {
        let Some(Event::Start(Tag::Heading { id, .. })) = events.get(at) else { continue };
        let plain = id.as_ref().map_or_else(|| heading_id(words(&events[at + 1..]).trim()), ToString::to_string);
        let count = seen.entry(plain.clone()).or_insert(0);
        let unique = if *count > 0 { format!("{plain}-{count}") } else { plain };
        *count += 1;
        if let Some(Event::Start(Tag::Heading { id, .. })) = events.get_mut(at) {
            *id = Some(CowStr::from(unique));
        }
    }
}

/// The words of a heading: without descriptions of images and without addresses that stand for themselves.
fn words(events: &[Event<'_>]) -> String {
    let mut words = String::new();
    let (mut images, mut address) = (0_u32, false);
    for event in events {
        match event {
            Event::End(TagEnd::Heading(_)) => break,
            Event::Start(Tag::Image { .. }) => images += 1,
            Event::End(TagEnd::Image) => images = images.saturating_sub(1),
            Event::Start(Tag::Link { link_type: LinkType::Autolink | LinkType::Email, .. }) => address = true,
            Event::End(TagEnd::Link) => address = false,
            Event::Text(text) if images == 0 && !address => words.push_str(text),
            Event::SoftBreak | Event::HardBreak if images == 0 && !address => words.push(' '),
            Event::Code(code) => words.push_str(code),
            _ => {}
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use pulldown_cmark::{Event, Parser, Tag};

    use crate::article::{Document, markdown_options};

    proptest! {
        #[test]
        fn ids_are_those_of_the_document(
            pieces in proptest::collection::vec(
                prop_oneof![
                    "[a-cم \n*_]{0,8}", Just("\n\n# ".to_owned()), Just("\n## A ".to_owned()), Just("\n- ### ".to_owned()),
                    Just("![alt `c`](x.png)".to_owned()), Just("<https://a.org>".to_owned()), Just("`code`".to_owned()),
                    Just(" {#own}\n".to_owned()), Just("\n===\n".to_owned()), Just("\n[^n]: # in a note\n".to_owned()),
                    Just("[link](y)".to_owned()), Just("<b>".to_owned()), Just("\n> # q\n".to_owned()),
                ],
                0..14,
            )
        ) {
            let text = format!("---\ntitle: t\n---\n{}", pieces.concat());
            let document = Document::parse("a.md", text);
            let mut events: Vec<_> =
                Parser::new_ext(document.body.slice(&document.text), markdown_options()).collect();
            super::identify(&mut events);
            let ids: Vec<_> = events.iter().filter_map(|event| match event {
                Event::Start(Tag::Heading { id, .. }) => id.as_ref().map(ToString::to_string),
                _ => None,
            }).collect();
            let expected: Vec<_> = document.headings.iter().map(|heading| heading.id.clone()).collect();
            prop_assert_eq!(ids, expected);
        }
    }
}
