// Everything a view can do, by name. Views call these and nothing else; what they start lives in ui/run.
export {};
