// The looks of the pages of a stellingenronde.
import "./conversations.css";
