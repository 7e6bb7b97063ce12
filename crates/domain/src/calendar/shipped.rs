//! The files of `law/holidays`, as they are compiled in.

/// The statutory days by their order.
pub const STATUTORY: &str = include_str!("../../../../law/holidays/statutory.toml");

macro_rules! notices {
    ($($year:literal)+) => {
        [$((
            concat!("holidays/", $year, ".toml"),
            include_str!(concat!("../../../../law/holidays/", $year, ".toml")),
        ),)+]
    };
}

/// The notices, year by year, each with its name below `law/`.
pub const NOTICES: [(&str, &str); 23] = notices! {
    2004 2005 2006 2007 2008 2009 2010 2011 2012 2013 2014 2015
    2016 2017 2018 2019 2020 2021 2022 2023 2024 2025 2026
};
