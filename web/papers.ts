// The looks of papers for council and executive, on screen.
import "./challenges.css";
import "./papers.css";
