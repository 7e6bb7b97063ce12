//! Tickets on both engines: whole stories of a correction, a private page and a complaint; every refusal;
//! what is forgotten, and when.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use qz_acts::ActError;
use qz_acts::account::{ConfirmRole, ProposeRole, RoleForm};
use qz_acts::article::{ArticleForm, CheckArticle, DraftArticle, PublishArticle};
use qz_acts::matter::PaperForm;
use qz_acts::ticket::public::{CitizenStep, CountedFilter, Figure, Page};
use qz_acts::ticket::view::{TicketFilter, TicketSort};
use qz_acts::ticket::{
    AcceptTicket, AnswerTicket, AskCitizen, HandOverTicket, HidePage, ReportTicket, SubmitTicket,
    TicketAnswerForm, TicketChanged, TicketError, TicketForm, TicketSubmitted,
};
use qz_domain::id::{AccountId, TicketId};
use qz_domain::role::Role;
use qz_domain::ticket::{CONNECTION_MOST, DAILY_MOST, Kind, Outcome, Stage, Voice};
use qz_store::StoreUrl;
use qz_testkit::county::{County, county};
use qz_testkit::engines::on_both_engines;
use qz_testkit::matter::key;
use std::net::{IpAddr, Ipv4Addr};

const HERE: IpAddr = IpAddr::V4(Ipv4Addr::new(203, 0, 113, 7));

type Outcomes = Result<TicketChanged, ActError>;

/// The office: the clerk G1 of QX10, and of QX50 an editor G14 and a reader G15.
struct Office {
    county: County,
    clerk: AccountId,
    editor: AccountId,
    reader: AccountId,
}

/// A ticket as whoever sent it holds it.
struct Receipt {
    ticket: TicketId,
    number: String,
    code: String,
}

impl Office {
    async fn at(url: &StoreUrl) -> Self {
        let county = county(url).await;
        let editor = county.open("pen", "G14", Role::Publicity, "QX50").await;
        let reader = county.open("eye", "G15", Role::Publicity, "QX50").await;
        let clerk = county.account(Role::Clerk).await;
        Self { county, clerk, editor, reader }
    }

    async fn send(&self, kind: Kind, form: TicketForm) -> Receipt {
        let code = self.county.acts.new_ticket_code().reveal().to_owned();
        let made = self.county.done(self.sent(kind, form, &code)).await;
        let TicketSubmitted { ticket, number } = made;
        Receipt { ticket, number: number.to_string(), code }
    }

    fn sent(&self, kind: Kind, form: TicketForm, code: &str) -> SubmitTicket {
        let code = self.county.acts.ticket_code_hash(code).unwrap();
        SubmitTicket { kind, form, code, connection: None }
    }

    async fn accept(&self, actor: AccountId, ticket: TicketId, version: i64) -> Outcomes {
        self.county.try_act(AcceptTicket { actor, ticket, version }).await
    }

    async fn answer(
        &self,
        (actor, ticket, version): (AccountId, TicketId, i64),
        outcome: &str,
        (was, became): (&str, &str),
    ) -> Outcomes {
        let form = TicketAnswerForm {
            outcome: outcome.to_owned(),
            answer: "已经核对，谢谢指出。".to_owned(),
            was: was.to_owned(),
            became: became.to_owned(),
        };
        self.county.try_act(AnswerTicket { actor, ticket, version, form }).await
    }

    async fn does(&self, receipt: &Receipt, step: CitizenStep) -> Result<Stage, TicketError> {
        let acts = &self.county.acts;
        let (held, request) = ((&*receipt.number, &*receipt.code), acts.new_request());
        acts.step_of_sender((held, request), step, HERE).await.map(|own| own.ticket.stage)
    }

    /// An article that the editor wrote and the reader put before the public.
    async fn article(&self) -> String {
        let text = str::to_owned;
        let form = ArticleForm {
            organ: text("QX50"),
            section: text("news"),
            title: text("一年看下来"),
            body: text("一年走访了九十个单位。"),
            source: text("千溪县"),
            authors: text("县纪委"),
            ..ArticleForm::default()
        };
        let article = self.county.done(DraftArticle { actor: self.editor, form }).await.article;
        let (actor, paper) = (self.reader, PaperForm::default());
        let check = CheckArticle { actor, article, version: 1, paper: paper.clone() };
        self.county.done(check).await;
        self.county.done(PublishArticle { actor, article, version: 2, paper }).await;
        format!("/articles/{article}")
    }
}

fn correction(page: &str) -> TicketForm {
    TicketForm {
        page: page.to_owned(),
        passage: "九十个单位".to_owned(),
        body: "数错了，应当是九十一个。".to_owned(),
        ..TicketForm::default()
    }
}

fn complaint() -> TicketForm {
    TicketForm {
        unit: "QX20".to_owned(),
        service: "便民大厅3号窗口".to_owned(),
        body: "上午十点没有人，等了四十分钟。".to_owned(),
        contact: "傍晚六点后，门口小卖部转".to_owned(),
        ..TicketForm::default()
    }
}

fn told(fault: &TicketError) -> String {
    match fault {
        TicketError::Wrong => "wrong".to_owned(),
        TicketError::TooSoon { seconds } => format!("wait {seconds}"),
        TicketError::Act(ActError::Refused(refusal)) => {
            qz_domain::refusal::Worded::key(refusal).to_owned()
        }
        TicketError::Act(other) => other.to_string(),
    }
}

#[tokio::test]
async fn a_wrong_page_is_corrected_by_somebody_who_did_not_write_it() {
    on_both_engines(async |url| {
        let office = Office::at(&url).await;
        let page = office.article().await;
        let acts = &office.county.acts;
        let sent = office.send(Kind::Correction, correction(&page)).await;
        assert_eq!(sent.number, "2016-0001");
        let ticket = sent.ticket;
        for author in [office.editor, office.reader] {
            let refused = office.accept(author, ticket, 1).await;
            assert_eq!(key(refused), "refusal-ticket-wrote-the-page");
        }
        let early = office.answer((office.clerk, ticket, 1), "不采纳", ("", "")).await;
        assert_eq!(key(early), "refusal-out-of-order");
        office.accept(office.clerk, ticket, 1).await.unwrap();
        let again = office.accept(office.clerk, ticket, 2).await;
        assert_eq!(key(again), "refusal-nothing-changed");
        let (actor, body) = (office.clerk, "是哪一段？".to_owned());
        office.county.done(AskCitizen { actor, ticket, version: 2, body: body.clone() }).await;
        let ask = AskCitizen { actor: office.editor, ticket, version: 3, body };
        let other = office.county.try_act(ask).await;
        assert_eq!(key(other), "refusal-ticket-not-the-handler");
        let said = CitizenStep::Reply("第一段第一句。".to_owned());
        assert_eq!(office.does(&sent, said).await.unwrap(), Stage::Accepted);
        let at = (office.clerk, ticket, 4);
        let blank = office.answer(at, "已更正", ("", "九十一个单位")).await;
        assert_eq!(key(blank), "was fault-missing");
        let other_kind = office.answer(at, "已撤除", ("", "")).await;
        assert_eq!(key(other_kind), "outcome fault-not-one-of");
        let stale = office.answer((office.clerk, ticket, 3), "不采纳", ("", "")).await;
        assert_eq!(key(stale), "refusal-stale-version");
        office.answer(at, "已更正", ("九十个单位", "九十一个单位")).await.unwrap();
        let seen = acts.page_state(&page).await.unwrap();
        let note = &seen.notes[0];
        assert_eq!((&*note.was, &*note.became), ("九十个单位", "九十一个单位"));
        assert_eq!((note.day.as_str(), seen.hidden_since.as_str()), ("2016-02-16", ""));
        let held = (&*sent.number, &*sent.code);
        let own = acts.own_ticket(held, HERE).await.unwrap().ticket;
        let voices: Vec<_> = own.messages.iter().map(|said| said.voice).collect();
        assert_eq!(voices, [Voice::Office, Voice::Citizen, Voice::Office]);
        assert_eq!(own.handler, None, "whoever sent it is not told who handles it");
        assert_eq!(office.does(&sent, CitizenStep::Solved).await.unwrap(), Stage::Closed);
        let late = office.does(&sent, CitizenStep::Reply("还有".to_owned())).await.unwrap_err();
        assert_eq!(told(&late), "refusal-out-of-order");
        let corrected = CountedFilter { figure: Figure::Corrected, ..CountedFilter::default() };
        let (rows, total) = acts.counted_tickets(corrected, Page::number(1, 10)).await.unwrap();
        assert_eq!((rows[0].outcome, total), (Some(Outcome::Corrected), 1));
    })
    .await;
}

#[tokio::test]
async fn a_private_page_is_hidden_first_and_shown_again_or_gone() {
    on_both_engines(async |url| {
        let office = Office::at(&url).await;
        let page = office.article().await;
        let acts = &office.county.acts;
        for (outcome, stays_hidden) in [("不采纳", false), ("已撤除", true)] {
            let form = TicketForm { is_private: true, ..correction(&page) };
            let ticket = office.send(Kind::Correction, form).await.ticket;
            // The author may hide: it is the checking that they may not do.
            let hide = HidePage { actor: office.editor, ticket, version: 1 };
            office.county.done(hide).await;
            let hide = HidePage { actor: office.clerk, ticket, version: 2 };
            assert_eq!(key(office.county.try_act(hide).await), "refusal-nothing-changed");
            let state = acts.page_state(&page).await.unwrap();
            assert_eq!((&*state.hidden_since, state.is_removed), ("2016-02-16", false));
            office.accept(office.clerk, ticket, 2).await.unwrap();
            let shown = office.answer((office.clerk, ticket, 3), "已更正", ("一", "二")).await;
            assert_eq!(key(shown), "outcome fault-not-one-of");
            office.answer((office.clerk, ticket, 3), outcome, ("", "")).await.unwrap();
            let state = acts.page_state(&page).await.unwrap();
            assert_eq!(
                (!state.hidden_since.is_empty(), state.is_removed),
                (stays_hidden, stays_hidden)
            );
        }
        let form = complaint();
        let ticket = office.send(Kind::Complaint, form).await.ticket;
        let hide = HidePage { actor: office.clerk, ticket, version: 1 };
        assert_eq!(key(office.county.try_act(hide).await), "refusal-ticket-other-kind");
    })
    .await;
}

#[tokio::test]
async fn a_complaint_goes_to_the_unit_and_back_and_may_be_reopened_once() {
    on_both_engines(async |url| {
        let office = Office::at(&url).await;
        let (acts, county) = (&office.county.acts, &office.county);
        let liaison = county.account(Role::Liaison).await;
        let sent = office.send(Kind::Complaint, complaint()).await;
        let ticket = sent.ticket;
        assert_eq!(key(acts.ticket(liaison, ticket).await), "not found");
        office.accept(office.editor, ticket, 1).await.unwrap();
        // Another takes over, and the first has it in hand no more.
        office.accept(office.clerk, ticket, 2).await.unwrap();
        let hand = |actor, version| HandOverTicket { actor, ticket, version };
        let refused = county.try_act(hand(office.editor, 3)).await;
        assert_eq!(key(refused), "refusal-ticket-not-the-handler");
        county.done(hand(office.clerk, 3)).await;
        let seen = acts.ticket(office.clerk, ticket).await.unwrap();
        assert_eq!(seen.contact.as_deref(), Some("傍晚六点后，门口小卖部转"));
        assert_eq!(acts.ticket(office.editor, ticket).await.unwrap().contact, None);
        let given = acts.ticket(liaison, ticket).await.unwrap();
        assert_eq!((given.contact, given.steps.len()), (None, 1), "never shown to the unit");
        let (filter, page) = (TicketFilter::default(), Page::number(1, 10));
        let of_unit = acts.tickets(liaison, &filter, TicketSort::Due, page).await.unwrap();
        assert_eq!(of_unit.1, 1);
        let body = "当天值班的同事去开会，没有安排人顶岗。".to_owned();
        county.done(ReportTicket { actor: liaison, ticket, version: 4, body }).await;
        let at = |version| (office.clerk, ticket, version);
        office.answer(at(5), "已处理", ("", "")).await.unwrap();
        let held = (&*sent.number, &*sent.code);
        let own = acts.own_ticket(held, HERE).await.unwrap().ticket;
        assert!(own.messages.iter().all(|said| said.voice != Voice::Unit));
        let unsolved = || CitizenStep::NotSolved("今天又没有人。".to_owned());
        assert_eq!(office.does(&sent, unsolved()).await.unwrap(), Stage::Reopened);
        for before in [office.clerk, office.editor] {
            let refused = office.accept(before, ticket, 7).await;
            assert_eq!(key(refused), "refusal-ticket-handled-before");
        }
        office.accept(office.reader, ticket, 7).await.unwrap();
        county.done(hand(office.reader, 8)).await;
        let body = "排了班表，贴在窗口。".to_owned();
        county.done(ReportTicket { actor: liaison, ticket, version: 9, body }).await;
        office.answer((office.reader, ticket, 10), "已处理", ("", "")).await.unwrap();
        let twice = office.does(&sent, unsolved()).await.unwrap_err();
        assert_eq!(told(&twice), "refusal-ticket-reopened-before");
        let figures = acts.ticket_figures(Kind::Complaint, Some(2016)).await.unwrap();
        let all: Vec<_> = figures.into_iter().map(|(_, count)| count).collect();
        assert_eq!(all, [1, 1, 1, 0, 1]);
    })
    .await;
}

#[tokio::test]
async fn what_was_told_is_forgotten_in_its_time() {
    on_both_engines(async |url| {
        let office = Office::at(&url).await;
        let (acts, clerk) = (&office.county.acts, office.clerk);
        let sent = office.send(Kind::Complaint, complaint()).await;
        let ticket = sent.ticket;
        office.accept(clerk, ticket, 1).await.unwrap();
        office.answer((clerk, ticket, 2), "不采纳", ("", "")).await.unwrap();
        assert_eq!(acts.ticket_round().await.unwrap(), 0);
        let later = |days: i64| jiff::SignedDuration::from_hours(24 * days);
        let then = |days| qz_acts_at(&url, acts.now().checked_add(later(days)).unwrap());
        let acts = then(11).await;
        let late = acts
            .step_of_sender(
                ((&sent.number, &sent.code), acts.new_request()),
                CitizenStep::NotSolved("还是不行".to_owned()),
                HERE,
            )
            .await
            .unwrap_err();
        assert_eq!(told(&late), "refusal-ticket-too-late");
        acts.daily_round().await.unwrap();
        let closed = acts.ticket(clerk, ticket).await.unwrap();
        assert_eq!(closed.ticket.stage, Stage::Closed);
        assert!(closed.contact.is_some());
        let acts = then(50).await;
        acts.daily_round().await.unwrap();
        let kept = acts.ticket(clerk, ticket).await.unwrap();
        assert_eq!((kept.contact, kept.ticket.body.is_empty()), (None, false));
        let acts = then(400).await;
        acts.daily_round().await.unwrap();
        assert_eq!(acts.ticket_round().await.unwrap(), 0);
        let erased = acts.ticket(clerk, ticket).await.unwrap().ticket;
        let told = (erased.body, erased.service, erased.code, erased.messages.len());
        assert_eq!(told, (String::new(), String::new(), String::new(), 0));
        let gone = acts.own_ticket((&sent.number, &sent.code), HERE).await.unwrap_err();
        assert!(matches!(gone, TicketError::Wrong));
        let rows = acts.counted_tickets(CountedFilter::default(), Page::all()).await.unwrap();
        assert_eq!(rows.1, 1, "what is counted stays");
    })
    .await;
}

async fn qz_acts_at(url: &StoreUrl, at: jiff::Timestamp) -> qz_acts::Acts {
    qz_testkit::engines::acts_at(url, at).await
}

#[tokio::test]
async fn a_wrong_code_says_what_an_unknown_number_says_and_guessing_grows_slow() {
    on_both_engines(async |url| {
        let office = Office::at(&url).await;
        let acts = &office.county.acts;
        let sent = office.send(Kind::Complaint, complaint()).await;
        let other = acts.new_ticket_code();
        let receipts = [
            (&*sent.number, other.reveal()),
            ("2016-0099", &*sent.code),
            ("0099", &*sent.code),
            (&*sent.number, ""),
        ];
        for receipt in receipts {
            let fault = acts.own_ticket(receipt, HERE).await.unwrap_err();
            assert_eq!(told(&fault), "wrong", "{receipt:?}");
        }
        acts.own_ticket((&sent.number, &sent.code), HERE).await.unwrap();
        for _ in 0..3 {
            let fault = acts.own_ticket((&sent.number, other.reveal()), HERE).await.unwrap_err();
            assert_eq!(told(&fault), "wrong");
        }
        let slow = acts.own_ticket((&sent.number, &sent.code), HERE).await.unwrap_err();
        assert_eq!(told(&slow), "wait 1");
        let elsewhere = IpAddr::V4(Ipv4Addr::new(198, 51, 100, 4));
        acts.own_ticket((&sent.number, &sent.code), elsewhere).await.unwrap();
        assert_ne!(acts.connection(HERE), acts.connection(elsewhere));
        assert!(!acts.connection(HERE).contains("203"));
    })
    .await;
}

#[tokio::test]
async fn a_form_is_read_with_all_its_faults_and_a_day_takes_in_so_many() {
    on_both_engines(async |url| {
        let office = Office::at(&url).await;
        let (acts, county) = (&office.county.acts, &office.county);
        let code = acts.new_ticket_code().reveal().to_owned();
        assert_eq!(acts.ticket_code_hash("abcd"), None);
        let try_send = |kind, form| county.try_act(office.sent(kind, form, &code));
        let empty = try_send(Kind::Correction, TicketForm::default()).await;
        assert_eq!(key(empty), "told fault-missing, page fault-missing");
        let empty = try_send(Kind::Complaint, TicketForm::default()).await;
        assert_eq!(key(empty), "told fault-missing, of_unit fault-missing");
        let desk = try_send(Kind::Correction, correction("/desk/people")).await;
        assert_eq!(key(desk), "page fault-bad-form");
        let marked = TicketForm { body: "机密★10年".to_owned(), ..complaint() };
        assert_eq!(key(try_send(Kind::Complaint, marked).await), "told fault-state-secret");
        let connection = Some(acts.connection(HERE));
        let send = |connection: &Option<String>| SubmitTicket {
            connection: connection.clone(),
            ..office.sent(Kind::Correction, correction("/statistics"), &code)
        };
        for _ in 0..CONNECTION_MOST {
            county.done(send(&connection)).await;
        }
        let more = county.try_act(send(&connection)).await;
        assert_eq!(key(more), "refusal-ticket-connection-full");
        for _ in CONNECTION_MOST..DAILY_MOST {
            county.done(send(&None)).await;
        }
        assert_eq!(key(county.try_act(send(&None)).await), "refusal-ticket-day-full");
        let request = acts.new_request();
        let again = acts.perform(request.clone(), send(&None)).await;
        assert!(again.is_err(), "a full day is full");
    })
    .await;
}

#[tokio::test]
async fn a_form_sent_twice_is_one_ticket() {
    on_both_engines(async |url| {
        let office = Office::at(&url).await;
        let acts = &office.county.acts;
        let code = acts.new_ticket_code().reveal().to_owned();
        let act = || office.sent(Kind::Complaint, complaint(), &code);
        let first = acts.perform("public-1".to_owned(), act()).await.unwrap();
        let second = acts.perform("public-1".to_owned(), act()).await.unwrap();
        assert_eq!(first.receipt, second.receipt);
        let (_, total) = acts.counted_tickets(CountedFilter::default(), Page::all()).await.unwrap();
        assert_eq!(total, 1);
    })
    .await;
}

#[tokio::test]
async fn nobody_of_the_unit_or_with_kin_there_handles_what_is_said_of_it() {
    on_both_engines(async |url| {
        let office = Office::at(&url).await;
        let county = &office.county;
        let ticket = office.send(Kind::Complaint, complaint()).await.ticket;
        let tied = county.open("kin", "G5", Role::Publicity, "QX10").await;
        assert_eq!(key(office.accept(tied, ticket, 1).await), "refusal-kin-in-unit");
        let own = county.account(Role::Cadre).await;
        let (system, security) =
            (county.account(Role::System).await, county.account(Role::Security).await);
        let form = RoleForm { role: "publicity".to_owned(), unit: "QX50".to_owned() };
        let grant = county.done(ProposeRole { actor: system, account: own, form }).await.grant;
        county.done(ConfirmRole { actor: security, grant }).await;
        assert_eq!(key(office.accept(own, ticket, 1).await), "refusal-belongs-to-unit");
    })
    .await;
}
