//! What only these tests need: a county that was set up, refusals, what stands in a folder.

use crate::program::{Place, Said};

impl Said {
    /// Of a run that must have refused.
    #[track_caller]
    pub fn refused(self) -> Self {
        assert_eq!(self.code, 1, "{}{}", self.out, self.err);
        self
    }
}

impl Place {
    /// One with a county in `a`.
    pub fn with_county() -> Self {
        let place = Self::new();
        place.run(&["init", "a", "--county-code", "SH", "--county-name", "示河县"]).well();
        place
    }

    /// The names in a folder of it, in order.
    pub fn names(&self, folder: &str) -> Vec<String> {
        let entries = std::fs::read_dir(self.path(folder)).expect("the folder is there");
        let name = |entry: std::io::Result<std::fs::DirEntry>| {
            entry.expect("an entry").file_name().to_string_lossy().into_owned()
        };
        let mut names: Vec<_> = entries.map(name).collect();
        names.sort();
        names
    }
}
