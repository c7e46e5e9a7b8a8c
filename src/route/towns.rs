//! The townships that are chosen on the map: `town=a`, or several with commas between them, `town=a,b`.

use super::ViewState;

/// The first township and those beside it that a value of the address names.
pub fn read(value: &str) -> (Option<String>, Vec<String>) {
    let mut codes: Vec<String> = Vec::new();
    for code in value.split(',').map(str::trim).filter(|code| !code.is_empty()) {
        if !codes.iter().any(|known| known == code) {
            codes.push(code.to_owned());
        }
    }
    let mut codes = codes.into_iter();
    (codes.next(), codes.collect())
}

impl ViewState {
    /// The codes of the townships that are chosen, in the order of their choice.
    pub fn towns(&self) -> impl Iterator<Item = &str> {
        self.town.iter().chain(&self.beside).map(String::as_str)
    }

    /// Whether a township is chosen, alone or with others.
    pub fn has_town(&self, code: &str) -> bool {
        self.towns().any(|town| town == code)
    }

    /// Chooses a township alone; where it is chosen alone already, none.
    pub fn pick_town(&mut self, code: &str) {
        let alone = self.beside.is_empty() && self.town.as_deref() == Some(code);
        self.beside.clear();
        self.town = (!alone).then(|| code.to_owned());
    }

    /// Chooses a township beside those that are, or lets it go from among them.
    pub fn toggle_town(&mut self, code: &str) {
        let mut towns: Vec<String> = self.towns().map(str::to_owned).collect();
        match towns.iter().position(|town| town == code) {
            Some(at) => {
                towns.remove(at);
            }
            None => towns.push(code.to_owned()),
        }
        (self.town, self.beside) = read(&towns.join(","));
    }

    /// Lets all townships go.
    pub fn clear_towns(&mut self) {
        self.town = None;
        self.beside.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_or_several_townships_survive_the_address() {
        let towns = |query: &str| {
            let state = ViewState::from_query(query);
            assert_eq!(ViewState::from_query(&state.to_query()), state, "{query}");
            state.towns().map(str::to_owned).collect::<Vec<_>>()
        };
        assert_eq!(towns("?town=a"), ["a"]);
        assert_eq!(towns("?town=a,b,a,,%20c"), ["a", "b", "c"]);
        assert_eq!(towns("?town=,"), [""; 0]);
        assert_eq!(ViewState::from_query("?town=a,b").to_query(), "?town=a,b");
    }

    #[test]
    fn townships_are_chosen_alone_or_beside_each_other() {
        let mut state = ViewState::from_query("?town=a,b");
        state.toggle_town("c");
        state.toggle_town("a");
        assert_eq!(state.towns().collect::<Vec<_>>(), ["b", "c"]);
        state.pick_town("b");
        assert!(state.has_town("b") && !state.has_town("c"));
        state.pick_town("b");
        assert_eq!(state.towns().count(), 0);
        state.toggle_town("x");
        assert_eq!(state.town.as_deref(), Some("x"));
        state.clear_towns();
        assert_eq!(state, ViewState::default());
    }
}
