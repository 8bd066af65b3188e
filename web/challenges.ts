// The looks of the page of a challenge, its timeline and its thread.
import "./challenges.css";
