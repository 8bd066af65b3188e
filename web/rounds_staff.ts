// The looks of the pages on which people set a round up, run it and read along.
import "./rounds_staff.css";
