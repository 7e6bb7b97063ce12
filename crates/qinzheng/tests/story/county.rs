//! A county of three offices and three people, and its files.

use crate::program::{Place, Said, command};

/// The files that its personnel office has, as saved from a spreadsheet.
const FILES: [(&str, &str); 4] = [
    (
        "units.csv",
        "代码,名称,类别,上级代码,系统,起始日期\n\
         BZ01,督查办公室,党委机构,BZ,综合,2000-01-01\n\
         BZ02,政务服务局,政府机构,BZ,综合,2000-01-01\n\
         BZ03,河口镇,乡镇,BZ,乡镇,2000-01-01\n",
    ),
    (
        "posts.csv",
        "代码,单位代码,名称,职级,领导职务,编制数\n\
         BZ01-1,BZ01,主任,乡科级正职,是,1\n\
         BZ01-2,BZ01,督查员,科员,否,3\n\
         BZ02-1,BZ02,局长,乡科级正职,是,1\n",
    ),
    (
        "people.csv",
        "工号,姓名,类别,单位代码,岗位代码,起始日期\n\
         B001,贺兰澄,公务员,BZ01,BZ01-1,2014-01-01\n\
         B002,慕容稼,公务员,BZ01,BZ01-2,2014-01-01\n\
         B003,轩辕穗,公务员,BZ02,BZ02-1,2014-01-01\n",
    ),
    (
        "training.csv",
        "工号,课程,起,止\n\
         B001,督查检查业务,2015-01-01,2035-12-31\n\
         B002,督查检查业务,2015-01-01,2035-12-31\n",
    ),
];

/// Sets the county up; the names of the three officers' accounts and their codes.
pub fn set_up(place: &Place) -> [(String, String); 3] {
    let listen = format!("127.0.0.1:{}", free_port());
    let url = format!("http://{listen}");
    let county = ["init", "a", "--county-code", "BZ", "--county-name", "别州县"];
    let said = place.run(&[&county[..], &["--listen", &listen, "--public-url", &url]].concat());
    let said = said.well();
    ["system", "security", "audit"].map(|officer| {
        let line = said.out.lines().find(|line| line.trim().starts_with(officer));
        let code = line.and_then(|line| line.split_whitespace().nth(1)).expect("a code");
        (officer.to_owned(), code.to_owned())
    })
}

/// Puts the files beside it.
pub fn write_files(place: &Place) {
    for (name, text) in FILES {
        place.write(name, text);
    }
}

/// Imports a file from the command line.
pub fn import(place: &Place, kind: &str, account: &str, token: &str) -> Said {
    let file = format!("{kind}.csv");
    let arguments = ["import", kind, &file, "--data", "a", "--as", account];
    let mut program = command(&place.path("."), &arguments);
    program.env("QINZHENG_TOKEN", token).output().expect("the program starts").into()
}

/// A port that was free a moment ago.
fn free_port() -> u16 {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    listener.local_addr().expect("its number").port()
}
