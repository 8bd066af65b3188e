// The looks of framings side by side, of the three questions and of the role of the government.
import "./framings.css";
