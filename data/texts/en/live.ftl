# The live board: what the server answers on its socket.

refusal-live-stopping = Journeymap is being restarted. Wait a moment: your board comes back by itself.
refusal-live-tabs = You have this map open in { $most } places already. Close some of them, then open it again.
