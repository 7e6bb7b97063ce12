# Error pages. Keys are put together from the error's code: error-title-<code>, error-text-<code>.
error-title-unreadable = What was sent could not be read
error-text-unreadable = It is incomplete or in a wrong form. Nothing was changed. Please go back, fill it in and send it again.
error-title-signed-out = Please sign in
error-text-signed-out = You are not signed in, or you were away so long that you were signed out. Nothing was changed; please do it again after signing in.
error-title-forbidden = This is not yours to do
error-title-not-found = There is no such page
error-text-not-found = The address may be mistyped, or what was here has been withdrawn. Please check the address or start from the home page.
error-title-wrong-method = This page does not open this way
error-text-wrong-method = Please use the links and buttons of the pages. Nothing was changed.
error-title-conflict = Somebody else has just changed this record
error-text-conflict = What you saw is no longer the latest, so nothing of yours was written. Please open the record again, check it, and send once more.
error-title-too-large = Too large, so it was not taken
error-text-too-large = Nothing was changed. Please make the file smaller or send it in parts.
error-too-large = At most { $most } MB are taken at once; nothing was changed. Please make the file smaller or send it in parts.
error-title-refused = Not done
error-title-invalid = Not submitted yet
error-text-invalid =
    { $count ->
        [one] One entry needs mending; nothing was written.
       *[other] { $count } entries need mending; nothing was written.
    }
error-title-too-many-requests = Please wait a moment
error-text-too-many-requests =
    { $seconds ->
        [one] Too many requests came in a short time. Please try again in { $seconds } second.
       *[other] Too many requests came in a short time. Please try again in { $seconds } seconds.
    }
error-title-not-ready = Getting ready
error-text-not-ready = This page opens by itself when everything is ready; there is no need to reload it.
error-title-internal = Something went wrong here
error-text-internal = It was not your doing. If you were sending something, please look whether it is in the records before doing it again. Tell the administrator the number below, and they can find the cause.
error-id = Number
error-way-home = Go to the home page
error-way-desk = Go to today
