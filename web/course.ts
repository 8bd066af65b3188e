// The looks of the course of a challenge, its assumptions and its choices.
import "./challenges.css";
import "./course.css";
