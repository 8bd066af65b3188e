// The looks of what was done with what people brought in.
import "./challenges.css";
import "./feedback.css";
