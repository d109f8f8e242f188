"""The process that opens pictures: it knows neither the database nor the secret, whatever a picture makes it do."""

from journeymap.exchange.portraits import portrait
from journeymap.service.helper_loop import answer_all, begin

MOST_MEMORY = 512 * 1024 * 1024
"""So many bytes of memory at the most: a picture of the most dots that may be sent takes half of them."""


def main() -> None:
    """Until the input ends, or nothing is asked for a minute."""
    questions, answers = begin(MOST_MEMORY)
    answer_all(questions, answers, {"ready": bool, "portrait": lambda content: portrait(content).content})


if __name__ == "__main__":
    main()
