//! One of every refusal.

use jiff::civil::date;
use qz_domain::appointment::AppointmentRefusal;
use qz_domain::attendance::AttendanceRefusal;
use qz_domain::away::AwayRefusal;
use qz_domain::campaign::CampaignRefusal;
use qz_domain::deputy::DeputyRefusal;
use qz_domain::draw::DrawRefusal;
use qz_domain::filing::FilingRefusal;
use qz_domain::finding::FindingRefusal;
use qz_domain::kin::Relation;
use qz_domain::law::change::ChangeRefusal;
use qz_domain::law::{DecidedSubject, Unlawful};
use qz_domain::liability::{Exculpation, LiabilityRefusal, Position, Provision};
use qz_domain::list_entry::ListRefusal;
use qz_domain::matter::{MatterRefusal, Part};
use qz_domain::meeting::MeetingRefusal;
use qz_domain::post::Rank;
use qz_domain::rectification::RectificationRefusal;
use qz_domain::refusal::Refusal;
use qz_domain::request::{RequestKind, RequestRefusal};
use qz_domain::review::ReviewRefusal;
use qz_domain::role::Role;
use qz_domain::sanction::{SanctionKind, SanctionRefusal};
use qz_domain::sealed::SourceRefusal;
use qz_domain::suspicion::SuspicionRefusal;
use qz_domain::term::Length;
use qz_domain::ticket::{Kind, TicketRefusal};
use qz_domain::visit::CapRefusal;
use qz_domain::weight::Weight;

pub(super) fn every_refusal() -> Vec<Refusal> {
    let person = || "闻允安".to_owned();
    let unit = || "枫渡镇".to_owned();
    let day = date(2015, 3, 5);
    vec![
        Refusal::TooFewInspectors { found: 1 },
        Refusal::SameInspectorTwice { person: person() },
        Refusal::Untrained { person: person(), day },
        Refusal::KinInUnit { person: person(), relation: Relation::InLaw, unit: unit() },
        Refusal::BelongsToUnit { person: person(), unit: unit() },
        Refusal::OrganVisitsItself { unit: unit() },
        Refusal::NoPost { person: person(), day },
        Refusal::NotOnTeam { person: person() },
        Refusal::SignedAlready { person: person() },
        Refusal::RepliedAlready,
        Refusal::StaleVersion { read: 2, now: 3 },
        Refusal::NothingChanged,
        Refusal::VisitInTheFuture,
        Refusal::SameOfficer,
        Refusal::OfficerHoldsAnother,
        Refusal::LastOfficer { role: Role::Audit },
        Refusal::OwnAccount,
        Refusal::NoKeyNeeded,
        Refusal::NoKey,
        Refusal::NotToldYet,
    ]
    .into_iter()
    .chain(out_of_order())
    .chain(caps().into_iter().map(Refusal::from))
    .chain(draws().into_iter().map(Refusal::from))
    .chain(matters().into_iter().map(Refusal::from))
    .chain(unlawful().into_iter().map(Refusal::from))
    .chain(campaigns().into_iter().map(Refusal::from))
    .chain(changes().into_iter().map(Refusal::from))
    .chain(appointments().into_iter().map(Refusal::from))
    .chain(deputies())
    .chain(findings().into_iter().map(Refusal::from))
    .chain(liabilities().into_iter().map(Refusal::from))
    .chain(sources().into_iter().map(Refusal::from))
    .chain(sanctions().into_iter().map(Refusal::from))
    .chain(attendance().into_iter().map(Refusal::from))
    .chain(requests().into_iter().map(Refusal::from))
    .chain(filings().into_iter().map(Refusal::from))
    .chain(suspicions().into_iter().map(Refusal::from))
    .chain(rectifications().into_iter().map(Refusal::from))
    .chain(reviews().into_iter().map(Refusal::from))
    .chain(meetings().into_iter().map(Refusal::from))
    .chain(lists().into_iter().map(Refusal::from))
    .chain(tickets().into_iter().map(Refusal::from))
    .collect()
}

fn out_of_order() -> impl Iterator<Item = Refusal> {
    [
        ("visit_sign", "called_off"),
        ("visit_reply", "none"),
        ("finding_verify", "put_right"),
        ("notice_give", "registered"),
        ("decision_serve", "served"),
        ("bulletin_sign", "called_off"),
        ("campaign_edit", "issued"),
        ("law_confirm", "withdrawn"),
        ("draw_make", "entered_once"),
        ("sanction_lift", "rescinded"),
    ]
    .into_iter()
    .map(|(act, stage)| Refusal::OutOfOrder { act, stage })
}

fn meetings() -> Vec<MeetingRefusal> {
    let (person, organ, subject) = ("桑叙和".to_owned(), "县纪委".to_owned(), "郗怀朴".to_owned());
    let finding = "2015-0002".to_owned();
    let others = |names: &str| MeetingRefusal::TooFewLeft {
        found: 2,
        subject: subject.clone(),
        others: names.to_owned(),
    };
    vec![
        MeetingRefusal::NotInvited { person: person.clone(), organ },
        MeetingRefusal::TooFewCalled { found: 2 },
        MeetingRefusal::OnAnotherAgenda { finding, subject: subject.clone() },
        MeetingRefusal::VotedOn { what: person.clone() },
        others("穆青山、严守朴"),
        others(""),
        MeetingRefusal::ItemsOpen { items: vec![2, 5] },
        MeetingRefusal::NotTheChair { person },
        MeetingRefusal::NoMajority { agreed: 2, voting: 4 },
        MeetingRefusal::NothingCarried,
        MeetingRefusal::NotHeld,
    ]
}

fn liabilities() -> Vec<LiabilityRefusal> {
    use LiabilityRefusal as Why;
    let person = || "闻允安".to_owned();
    let position = Position::Reviewer;
    vec![
        Why::NoChain { person: person() },
        Why::NotInChain { person: person() },
        Why::LinkExculpated { person: person(), position, ground: Exculpation::Objected },
        Why::NoOwnFault { person: person(), position },
        Why::LeadersNotAsked { person: person(), position },
        Why::LackUnanswered { person: person(), provision: Provision::Staffing },
        Why::NeitherFaultNorProof { person: person(), position },
        Why::NobodyDeceived { person: person() },
        Why::ShareWithoutFault { person: person(), position },
        Why::SharesDoNotFit { at_fault: 2 },
        Why::NoticedLeftOut { person: person() },
        Why::DecidedAlready,
    ]
}

fn sources() -> Vec<SourceRefusal> {
    let person = || "闻允安".to_owned();
    vec![
        SourceRefusal::SealedBefore,
        SourceRefusal::NothingSealed,
        SourceRefusal::AskedBefore,
        SourceRefusal::OneHand { person: person() },
        SourceRefusal::BroughtIn { person: person() },
        SourceRefusal::Over { until: jiff::Timestamp::UNIX_EPOCH },
    ]
}

fn sanctions() -> Vec<SanctionRefusal> {
    let (kind, heard_on, decided_on) =
        (SanctionKind::Demerit, date(2026, 6, 18), date(2026, 6, 17));
    vec![
        SanctionRefusal::NotHeard,
        SanctionRefusal::HeardAfter { heard_on, decided_on },
        SanctionRefusal::NoPeriod,
        SanctionRefusal::PeriodOutside { kind, stated: 30, least: 12, most: 24 },
    ]
}

fn attendance() -> Vec<AttendanceRefusal> {
    let day = date(2026, 3, 3);
    let code = || "两点".to_owned();
    vec![
        AttendanceRefusal::NotToCome { since: day, least: day },
        AttendanceRefusal::Bound { code: code(), since: day },
        AttendanceRefusal::NotOneRule { count: 2 },
        AttendanceRefusal::NoSuchRule { code: code() },
        AttendanceRefusal::NothingToExplain { day },
        AttendanceRefusal::NotAsked { day },
        AttendanceRefusal::NotHeardYet { until: day },
        AttendanceRefusal::NoCalendar { year: 2027 },
        AttendanceRefusal::NotAbsent,
        AttendanceRefusal::OwnDay,
        AttendanceRefusal::SettledIt,
        AttendanceRefusal::Heavier,
        AttendanceRefusal::TooLate { until: day },
        AttendanceRefusal::MonthNotOver { from: day },
        AttendanceRefusal::Unsettled { count: 3 },
        AttendanceRefusal::Empty,
        AttendanceRefusal::Changed,
        AttendanceRefusal::NothingNew,
        AttendanceRefusal::AgreedIt,
    ]
}

fn requests() -> Vec<RequestRefusal> {
    let person = || "闻允安".to_owned();
    let (first, last) = (date(2016, 2, 1), date(2016, 2, 29));
    let (from, to) = (date(2016, 2, 18).at(8, 0, 0, 0), date(2016, 2, 19).at(13, 0, 0, 0));
    let (leave, trip) = (RequestKind::Leave, RequestKind::Trip);
    let annual = || ("年休假".to_owned(), "annual leave".to_owned());
    let beyond = |in_minutes| RequestRefusal::BeyondBalance {
        leave: annual(),
        wanted: 5,
        left: 3,
        in_minutes,
    };
    vec![
        RequestRefusal::Clash { person: person(), kind: leave, other: trip, from, to },
        RequestRefusal::Clash { person: person(), kind: leave, other: leave, from, to },
        RequestRefusal::TooLate { kind: trip, last },
        RequestRefusal::QuotaSpent { most: 2, first, last },
        RequestRefusal::PunchedAlready { punched: from },
        RequestRefusal::OwnRequest { person: person() },
        RequestRefusal::OfAHead { person: person() },
        beyond(false),
        beyond(true),
        RequestRefusal::HalfOfItsDay {
            leave: ("妇女节半天假".to_owned(), "half day of Women’s Day".to_owned()),
            day: date(2016, 3, 8),
        },
        RequestRefusal::YearUnknown { year: 2027 },
        RequestRefusal::NotTheirs { person: person() },
    ]
}

fn filings() -> Vec<FilingRefusal> {
    let (day, person) = (date(2016, 3, 8), || "闻允安".to_owned());
    vec![
        FilingRefusal::FiledBefore { day },
        FilingRefusal::NotBegun { day },
        FilingRefusal::CorrectedSince,
        FilingRefusal::OwnEntry { person: person() },
        FilingRefusal::AskedBefore { day },
        FilingRefusal::AsksAnother { person: person() },
    ]
}

fn suspicions() -> Vec<SuspicionRefusal> {
    let person = || "闻允安".to_owned();
    vec![
        SuspicionRefusal::NotedBefore,
        SuspicionRefusal::NotTheAdjudicator { person: person() },
        SuspicionRefusal::Adjudicated { person: person() },
    ]
}

fn caps() -> Vec<CapRefusal> {
    let (unit, person, organ) = ("枫渡镇".to_owned(), "荀知远".to_owned(), "县纪委".to_owned());
    let (from, until) = (date(2021, 4, 1), date(2021, 6, 30));
    vec![
        CapRefusal::Full { unit: unit.clone(), planned: 2, most: 2, from, until },
        CapRefusal::Beside { unit, count: 1 },
        CapRefusal::OwnApproval { person: person.clone() },
        CapRefusal::LeadsNothing { person, organ },
    ]
}

fn matters() -> Vec<MatterRefusal> {
    let town = || "枫渡镇".to_owned();
    let person = || "闻允安".to_owned();
    let subject = person;
    let (day, earlier) = (date(2015, 3, 5), date(2015, 3, 9));
    let (measure, proposed) = ("admonition".to_owned(), "circulated_criticism".to_owned());
    vec![
        MatterRefusal::TookPart { person: person(), earlier: Part::Found, now: Part::Screened },
        MatterRefusal::OwnMatter { person: person() },
        MatterRefusal::TooFewVerifiers { found: 1 },
        MatterRefusal::TooFewOnPanel { found: 2 },
        MatterRefusal::NamedTwice { person: person() },
        MatterRefusal::NotAmongThem { person: person() },
        MatterRefusal::NotHeard { subject: subject(), due: day },
        MatterRefusal::NotOfUnit { person: person(), unit: "枫渡镇".to_owned(), day },
        MatterRefusal::SpeaksForSubject { person: person(), subject: "枫渡镇".to_owned() },
        MatterRefusal::NobodyNoticed,
        MatterRefusal::Heavier { measure, proposed },
        MatterRefusal::LengthOutside {
            measure: "suspension".to_owned(),
            shortest: Length::Days(10),
            longest: Length::Days(60),
        },
        MatterRefusal::NoLength { measure: "criticism".to_owned() },
        MatterRefusal::StatementUnanswered,
        MatterRefusal::NotUpheld,
        MatterRefusal::NotVerified,
        MatterRefusal::StaysInUnit { subject: subject(), weight: Weight::InUnit },
        MatterRefusal::NotOwnUnit { organ: town(), unit: town() },
        MatterRefusal::NotAbove { organ: town() },
        MatterRefusal::NotForThem { unit: town() },
        MatterRefusal::NotUnfounded,
        MatterRefusal::CameToNothing,
        MatterRefusal::NothingSeen,
        MatterRefusal::DayAhead { day },
        MatterRefusal::DayBefore { day, earlier },
        MatterRefusal::NotServed { subject: subject() },
        MatterRefusal::InAnotherBulletin { subject: subject() },
        MatterRefusal::NothingToTell,
        MatterRefusal::NoCounterSignature,
        MatterRefusal::NoCounterSignatureDue,
        MatterRefusal::NoRemedy { day },
        MatterRefusal::TooSoon { earliest: day },
        MatterRefusal::NoCalendar { year: 2027 },
    ]
}

fn draws() -> Vec<DrawRefusal> {
    vec![
        DrawRefusal::SameParty { unit: "县纪委".to_owned() },
        DrawRefusal::EnteredAlready { person: "闻允安".to_owned() },
        DrawRefusal::NoCheckpointYet,
        DrawRefusal::NotDrawn { unit: "枫渡镇".to_owned() },
        DrawRefusal::PlannedAlready { unit: "枫渡镇".to_owned() },
    ]
}

fn campaigns() -> Vec<CampaignRefusal> {
    let title = "窗口作风专项".to_owned();
    vec![
        CampaignRefusal::DaysOver { ends: date(2015, 3, 5) },
        CampaignRefusal::ReplacedByAnother { title },
    ]
}

fn appointments() -> Vec<AppointmentRefusal> {
    let (person, post) = (|| "洛书远".to_owned(), || "镇长".to_owned());
    vec![
        AppointmentRefusal::ByOthers { post: post(), role: Role::Organisation },
        AppointmentRefusal::SamePost { person: person(), post: post() },
        AppointmentRefusal::SecondFullPost { person: person() },
        AppointmentRefusal::NoFullPost { person: person(), day: date(2015, 3, 5) },
        AppointmentRefusal::NotLeading { post: post() },
        AppointmentRefusal::PostHeld { post: post(), holder: "郗怀朴".to_owned() },
        AppointmentRefusal::LentToOwnUnit { person: person() },
        AppointmentRefusal::AwayAlready { person: person() },
    ]
}

fn deputies() -> Vec<Refusal> {
    let (person, post) = (|| "洛书远".to_owned(), || "镇长".to_owned());
    let (leader, day) = (|| "郗怀朴".to_owned(), date(2015, 3, 5));
    let (since, until) = (date(2015, 3, 2), date(2015, 3, 6));
    let deputies = [
        DeputyRefusal::HoldsThePost { person: person(), post: post() },
        DeputyRefusal::OfAnotherUnit { person: person(), post: post() },
        DeputyRefusal::LeadsNothingNear { person: person(), post: post() },
        DeputyRefusal::SecondDeputy { post: post(), other: leader() },
        DeputyRefusal::EndsBefore { post: post(), day },
        DeputyRefusal::NotAway { leader: leader(), day },
        DeputyRefusal::NotTheDeputy { person: person(), leader: leader(), day },
        DeputyRefusal::AwayThemselves { person: person(), day },
        DeputyRefusal::OfficerStandsIn,
        DeputyRefusal::AmongThem { leader: leader() },
    ];
    let others = [
        AwayRefusal::AwayThen { person: person(), since, until }.into(),
        AwayRefusal::Over { person: person() }.into(),
        Refusal::TieWithdrawn,
        Refusal::OwnTie { person: person() },
    ];
    deputies.into_iter().map(Refusal::from).chain(others).collect()
}

fn unlawful() -> Vec<Unlawful> {
    let name = || ("诫勉".to_owned(), "admonition".to_owned());
    let (from, day) = (date(2016, 7, 17), date(2015, 3, 5));
    vec![
        Unlawful::NotInForce { name: name(), from, until: None, day },
        Unlawful::NotInForce { name: name(), from: day, until: Some(day), day: from },
        Unlawful::Unknown { code: "x".to_owned() },
        Unlawful::OutsideAuthority { measure: name(), subject: DecidedSubject::Unit },
        Unlawful::OutsideAuthority {
            measure: name(),
            subject: DecidedSubject::Person(Rank::CountyHead),
        },
        Unlawful::TooLight { measure: name(), weight: Weight::InUnit },
        Unlawful::RecordOnly { measure: name() },
    ]
}

fn changes() -> Vec<ChangeRefusal> {
    let name = || ("陈述申辩".to_owned(), "statement and defence".to_owned());
    let (from, source) = (date(2016, 3, 1), || "千办发〔2016〕3号".to_owned());
    let (least, most) = (Length::Workdays(3), Length::Workdays(15));
    vec![
        ChangeRefusal::SetByLaw { name: name(), source: source() },
        ChangeRefusal::OutOfBounds { name: name(), least, most },
        ChangeRefusal::NotToCome { from, today: from },
        ChangeRefusal::SetForThatDay { from, source: source() },
    ]
}

fn findings() -> Vec<FindingRefusal> {
    let due = date(2015, 3, 5);
    vec![
        FindingRefusal::ReplyPending { due },
        FindingRefusal::ProlongedBefore,
        FindingRefusal::ProlongedLate { due },
        FindingRefusal::NoProlongingAsked,
        FindingRefusal::NoticeGiven,
    ]
}

fn rectifications() -> Vec<RectificationRefusal> {
    let day = date(2015, 3, 5);
    vec![
        RectificationRefusal::TakenUp,
        RectificationRefusal::NoPromise,
        RectificationRefusal::ExtensionUsed,
        RectificationRefusal::ExtensionLate { due: day },
        RectificationRefusal::NothingAsked,
        RectificationRefusal::NotSpeaker {
            person: "闻允安".to_owned(), unit: "枫渡镇".to_owned()
        },
        RectificationRefusal::RevisitTooEarly { from: day },
    ]
}

fn reviews() -> Vec<ReviewRefusal> {
    vec![
        ReviewRefusal::NotServed,
        ReviewRefusal::Open,
        ReviewRefusal::AskedBefore,
        ReviewRefusal::Fallen,
        ReviewRefusal::Late { due: date(2015, 3, 5) },
        ReviewRefusal::OfOffice,
        ReviewRefusal::MeasureMissing,
        ReviewRefusal::MeasureNotDue,
        ReviewRefusal::SameMeasure,
        ReviewRefusal::LengthToState,
        ReviewRefusal::NotStanding { subject: "闻允安".to_owned() },
        ReviewRefusal::NothingToCorrect,
    ]
}

fn lists() -> Vec<ListRefusal> {
    vec![
        ListRefusal::NoConsent { person: "闻允安".to_owned() },
        ListRefusal::NoDecision,
        ListRefusal::NotFinal { until: date(2015, 3, 5) },
        ListRefusal::UnderReview,
        ListRefusal::ListedAlready,
        ListRefusal::NotShown,
    ]
}

fn tickets() -> Vec<TicketRefusal> {
    let person = || "闻允安".to_owned();
    vec![
        TicketRefusal::DayFull { most: 200 },
        TicketRefusal::ConnectionFull { most: 20 },
        TicketRefusal::OtherKind { kind: Kind::Complaint },
        TicketRefusal::NotTheHandler { person: person() },
        TicketRefusal::WroteThePage { person: person() },
        TicketRefusal::HandledBefore { person: person() },
        TicketRefusal::NobodysAccount,
        TicketRefusal::ReopenedBefore,
        TicketRefusal::TooLate { day: date(2015, 3, 5) },
    ]
}
