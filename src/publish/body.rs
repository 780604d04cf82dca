//! An article's Markdown as HTML: addresses rewritten, raw HTML cleaned, code left to right, tables that scroll.

use pulldown_cmark::{Alignment, CodeBlockKind, CowStr, Event, HeadingLevel, LinkType, Parser, Tag, TagEnd, html};

use crate::article::markdown_options;
use crate::message::FluentArgs;
use crate::publish::footnotes::Footnotes;
use crate::publish::headings;
use crate::publish::links::Links;
use crate::publish::sanitize::Sanitizer;
use crate::publish::texts::Texts;
use crate::publish::view::{escape, escape_into};

/// Renders the body of an article; files that have to be copied go to `assets`.
pub(super) fn render(
    text: &str,
    title: &str,
    links: &Links<'_, '_>,
    texts: &Texts,
    assets: &mut Vec<String>,
) -> String {
    let mut events: Vec<Event<'_>> = Parser::new_ext(text, markdown_options()).collect();
    headings::identify(&mut events);
    let (mut notes, events) = Footnotes::take(events);
    let mut body = Body {
        sanitizer: Sanitizer::new(links),
        links,
        texts,
        assets,
        out: Vec::with_capacity(events.len() + 16),
        columns: Vec::new(),
        column: 0,
        header: false,
    };
    let skipped = if repeats_title(&events, title) { title_length(&events) } else { 0 };
    body.events(events, skipped, &mut notes);
    body.notes(&mut notes);
    let mut closing = String::new();
    body.sanitizer.finish(&mut closing);
    let mut page = String::with_capacity(text.len() * 3 / 2);
    html::push_html(&mut page, body.out.into_iter());
    page.push_str(&closing);
    page
}

/// Whether the text begins with its own title, which the page shows already.
fn repeats_title(events: &[Event<'_>], title: &str) -> bool {
    if !matches!(events.first(), Some(Event::Start(Tag::Heading { level: HeadingLevel::H1, .. }))) {
        return false;
    }
    let mut said = String::new();
    for event in events.iter().take(title_length(events)) {
        match event {
            Event::Text(text) | Event::Code(text) => said.push_str(text),
            Event::SoftBreak => said.push(' '),
            _ => {}
        }
    }
    said.trim() == title.trim()
}

fn title_length(events: &[Event<'_>]) -> usize {
    events.iter().position(|event| matches!(event, Event::End(TagEnd::Heading(_)))).map_or(0, |end| end + 1)
}

struct Body<'b, 'e, 'p, 'a> {
    sanitizer: Sanitizer<'b, 'p, 'a>,
    links: &'b Links<'p, 'a>,
    texts: &'b Texts,
    assets: &'b mut Vec<String>,
    out: Vec<Event<'e>>,
    columns: Vec<Alignment>,
    column: usize,
    header: bool,
}

impl<'e> Body<'_, 'e, '_, '_> {
    fn events(&mut self, events: Vec<Event<'e>>, skipped: usize, notes: &mut Footnotes<'e>) {
        let mut events = events.into_iter().skip(skipped).peekable();
        while let Some(event) = events.next() {
            match event {
                Event::Start(Tag::Image { dest_url, title, .. }) => {
                    let alt = alternative(&mut events);
                    let alone = matches!(self.out.last(), Some(Event::Start(Tag::Paragraph)))
                        && matches!(events.peek(), Some(Event::End(TagEnd::Paragraph)));
                    if alone {
                        self.out.pop();
                        events.next();
                    }
                    self.image(&dest_url, &title, &alt, alone);
                }
                Event::Html(first) => {
                    // A block comes line by line; a tag may span lines.
                    let mut block = first.into_string();
                    while let Some(Event::Html(line)) = events.next_if(|event| matches!(event, Event::Html(_))) {
                        block.push_str(&line);
                    }
                    self.raw(&block);
                }
                Event::InlineHtml(tag) => self.raw(&tag),
                Event::FootnoteReference(label) => {
                    let mark = notes.reference(&label, self.texts);
                    self.html(mark);
                }
                Event::Code(code) => self.html(format!("<code dir=\"ltr\">{}</code>", escape(&code))),
                Event::Start(tag) => self.start(tag),
                Event::End(tag) => self.end(tag),
                other => self.out.push(other),
            }
        }
    }

    fn html(&mut self, html: impl Into<CowStr<'e>>) {
        self.out.push(Event::InlineHtml(html.into()));
    }

    fn raw(&mut self, html: &str) {
        let mut clean = String::with_capacity(html.len());
        self.sanitizer.piece(html, &mut clean, self.assets);
        if !clean.is_empty() {
            self.html(clean);
        }
    }

    fn start(&mut self, tag: Tag<'e>) {
        match tag {
            Tag::Heading { level, id, classes, .. } => {
                // The page's title is its only heading of level 1.
                let level = if level == HeadingLevel::H1 { HeadingLevel::H2 } else { level };
                self.out.push(Event::Start(Tag::Heading { level, id, classes, attrs: Vec::new() }));
            }
            Tag::CodeBlock(kind) => {
                let language = match &kind {
                    CodeBlockKind::Fenced(info) => info.split_whitespace().next().map(escape),
                    CodeBlockKind::Indented => None,
                };
                let class = language.map_or_else(String::new, |it| format!(" class=\"language-{it}\""));
                self.html(format!("<pre dir=\"ltr\" tabindex=\"0\"><code{class}>"));
            }
            Tag::Table(columns) => {
                self.html("<div class=\"table\" tabindex=\"0\">");
                self.out.push(Event::Start(Tag::Table(Vec::new())));
                self.columns = columns;
            }
            Tag::TableHead => {
                (self.header, self.column) = (true, 0);
                self.out.push(Event::Start(Tag::TableHead));
            }
            Tag::TableRow => {
                (self.header, self.column) = (false, 0);
                self.out.push(Event::Start(Tag::TableRow));
            }
            Tag::TableCell => self.cell(),
            Tag::Link { link_type, dest_url, title, .. } => self.link(link_type, &dest_url, &title),
            other => self.out.push(Event::Start(other)),
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(level) => {
                let level = if level == HeadingLevel::H1 { HeadingLevel::H2 } else { level };
                self.out.push(Event::End(TagEnd::Heading(level)));
            }
            TagEnd::CodeBlock => self.html("</code></pre>\n"),
            TagEnd::Table => {
                self.out.push(Event::End(TagEnd::Table));
                self.html("</div>\n");
            }
            TagEnd::TableCell => self.html(if self.header { "</th>" } else { "</td>" }),
            other => self.out.push(Event::End(other)),
        }
    }

    /// `---:` is the end of the line in either direction, not the right.
    fn cell(&mut self) {
        let class = match self.columns.get(self.column) {
            Some(Alignment::Right) => " class=\"end\"",
            Some(Alignment::Center) => " class=\"center\"",
            _ => "",
        };
        self.column += 1;
        self.html(if self.header { format!("<th scope=\"col\"{class}>") } else { format!("<td{class}>") });
    }

    fn link(&mut self, kind: LinkType, destination: &str, title: &str) {
        let mailed = format!("mailto:{destination}");
        let destination = if kind == LinkType::Email { &mailed } else { destination };
        let mut html = String::from("<a");
        if let Some(target) = self.links.link(destination) {
            html.push_str(" href=\"");
            escape_into(&target.href, &mut html);
            html.push('"');
            if let Some(language) = target.hreflang {
                html.push_str(&format!(" hreflang=\"{language}\""));
            }
            self.assets.extend(target.asset);
        }
        if matches!(kind, LinkType::Autolink | LinkType::Email) {
            html.push_str(" dir=\"ltr\"");
        }
        if !title.is_empty() {
            html.push_str(" title=\"");
            escape_into(title, &mut html);
            html.push('"');
        }
        html.push('>');
        self.html(html);
    }

    /// An image that is a paragraph of its own is a figure, and its title the caption.
    fn image(&mut self, destination: &str, title: &str, alt: &str, alone: bool) {
        let mut html = String::from(if alone { "<figure><img src=\"" } else { "<img src=\"" });
        if let Some(target) = self.links.file(destination) {
            escape_into(&target.href, &mut html);
            self.assets.extend(target.asset);
        }
        html.push_str("\" alt=\"");
        escape_into(alt, &mut html);
        html.push_str("\" loading=\"lazy\">");
        if alone {
            if !title.is_empty() {
                html.push_str("<figcaption>");
                escape_into(title, &mut html);
                html.push_str("</figcaption>");
            }
            html.push_str("</figure>\n");
        }
        self.html(html);
    }

    fn notes(&mut self, notes: &mut Footnotes<'e>) {
        let definitions = notes.definitions(self.texts);
        if definitions.is_empty() {
            return;
        }
        let heading = escape(&self.texts.text("footnotes", &FluentArgs::new()).unwrap_or_default());
        self.html(format!("<section class=\"notes\" role=\"doc-endnotes\"><h2>{heading}</h2>\n<ol>\n"));
        for (number, mut events, back) in definitions {
            self.html(format!("<li id=\"fn-{number}\">"));
            let paragraph = events.pop_if(|event| matches!(event, Event::End(TagEnd::Paragraph)));
            self.events(std::mem::take(&mut events), 0, notes);
            self.html(back);
            self.out.extend(paragraph);
            self.html("</li>\n");
        }
        self.html("</ol>\n</section>\n");
    }
}

/// The plain text of an image's description.
fn alternative<'e>(events: &mut impl Iterator<Item = Event<'e>>) -> String {
    let mut alt = String::new();
    let mut depth = 0_u32;
    for event in events {
        match event {
            Event::Start(_) => depth += 1,
            Event::End(TagEnd::Image) if depth == 0 => break,
            Event::End(_) => depth = depth.saturating_sub(1),
            Event::Text(text) | Event::Code(text) => alt.push_str(&text),
            Event::SoftBreak | Event::HardBreak => alt.push(' '),
            _ => {}
        }
    }
    alt
}
