//! How a terminal's punches reach us (接入方式).

use crate::spelled;

spelled! {
    /// How a terminal's punches reach us (接入方式).
    Kind {
        /// 推送协议考勤机: speaks the push protocol (`iclock`), and says its number alone.
        Iclock = "iclock", "推送协议考勤机";
        /// 海康威视门禁: sends events to an address that holds its key.
        Hikvision = "hikvision", "海康威视门禁";
        /// 打卡台: a page of ours on a desktop by the door, opened with its key.
        Kiosk = "kiosk", "打卡台";
    }
}

impl Kind {
    /// Whether it comes in by a key of its own.
    pub fn has_key(self) -> bool {
        self != Self::Iclock
    }

    /// Whether it fetches orders.
    pub fn takes_orders(self) -> bool {
        self == Self::Iclock
    }

    /// Whether its events are numbered, so that one that never came is missed.
    pub fn is_numbered(self) -> bool {
        self == Self::Hikvision
    }
}
