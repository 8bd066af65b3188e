// The looks of every page. There is no script here: pages work without.
import "./fonts.css";
import "./main.css";
