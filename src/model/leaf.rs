//! A page as a tree of plain elements: made once, drawn in the browser and written as a file by the command line.
//!
//! Names of elements, classes and attributes come from the program; what comes from data is text or the value of an
//! attribute, and stays that.

use crate::route::ViewState;

/// A child of an element.
#[derive(Clone, Debug, PartialEq)]
pub enum Leaf {
    /// Text, never markup.
    Text(String),
    /// An element.
    Element(Element),
}

/// An element of HTML or, in an `svg`, of SVG.
#[derive(Clone, Debug, PartialEq)]
pub struct Element {
    /// Its name.
    pub tag: &'static str,
    /// Its attributes, the class first where it has one.
    pub attributes: Vec<(&'static str, String)>,
    /// Of a link, where it leads.
    pub to: Option<Box<ViewState>>,
    /// What it holds.
    pub children: Vec<Leaf>,
}

/// An empty element.
pub fn element(tag: &'static str) -> Element {
    Element { tag, attributes: Vec::new(), to: None, children: Vec::new() }
}

/// An element of a class.
pub fn classed(tag: &'static str, class: &str) -> Element {
    element(tag).set("class", class)
}

/// A link to a state of the dashboard.
pub fn link(to: ViewState, text: impl Into<String>) -> Element {
    Element { to: Some(Box::new(to)), ..element("a") }.text(text)
}

impl Element {
    /// With an attribute.
    #[must_use]
    pub fn set(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.attributes.push((name, value.into()));
        self
    }

    /// With text behind what it holds; nothing of an empty one.
    #[must_use]
    pub fn text(mut self, text: impl Into<String>) -> Self {
        let text = text.into();
        if !text.is_empty() {
            self.children.push(Leaf::Text(text));
        }
        self
    }

    /// With an element behind what it holds.
    #[must_use]
    pub fn with(mut self, child: Element) -> Self {
        self.children.push(Leaf::Element(child));
        self
    }

    /// With elements behind what it holds.
    #[must_use]
    pub fn all(mut self, children: impl IntoIterator<Item = Element>) -> Self {
        self.children.extend(children.into_iter().map(Leaf::Element));
        self
    }

    /// Writes it as HTML. A link gets the address that `address` gives it, or stays plain text without one.
    pub fn html(&self, address: &dyn Fn(&ViewState) -> Option<String>) -> String {
        let mut html = String::new();
        self.write(address, &mut html);
        html
    }

    fn write(&self, address: &dyn Fn(&ViewState) -> Option<String>, html: &mut String) {
        let href = self.to.as_deref().map(address);
        let tag = if href == Some(None) { "span" } else { self.tag };
        html.push('<');
        html.push_str(tag);
        let attributes = self.attributes.iter().map(|(name, value)| (*name, value.as_str()));
        for (name, value) in attributes.chain(href.iter().flatten().map(|href| ("href", href.as_str()))) {
            html.push(' ');
            html.push_str(name);
            html.push_str("=\"");
            escape(value, html);
            html.push('"');
        }
        html.push('>');
        for child in &self.children {
            match child {
                Leaf::Text(text) => escape(text, html),
                Leaf::Element(element) => element.write(address, html),
            }
        }
        html.push_str("</");
        html.push_str(tag);
        html.push('>');
    }
}

/// Adds text to HTML, so that it stays text.
pub fn escape(text: &str, html: &mut String) {
    for letter in text.chars() {
        match letter {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            letter => html.push(letter),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::route::View;

    #[test]
    fn text_from_data_stays_text() {
        let hostile = "<img src=x onerror=alert(1)> & \"'";
        let page = classed("p", "a").set("title", hostile).text(hostile);
        assert_eq!(
            page.html(&|_| None),
            "<p class=\"a\" title=\"&lt;img src=x onerror=alert(1)&gt; &amp; &quot;&#39;\">&lt;img src=x onerror=alert(1)&gt; &amp; &quot;&#39;</p>"
        );
    }

    #[test]
    fn links_lead_somewhere_or_are_words() {
        let to = ViewState { view: View::Tasks, ..ViewState::default() };
        let page = element("li").with(link(to, "任务"));
        assert_eq!(page.html(&|_| None), "<li><span>任务</span></li>");
        assert_eq!(page.html(&|state| Some(state.to_query())), "<li><a href=\"?view=tasks\">任务</a></li>");
    }
}
