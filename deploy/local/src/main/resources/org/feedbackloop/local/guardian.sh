# Reads "watch PID SIGNAL" and "forget PID". At the end of its input it signals what is still watched, and kills
# what has not ended five seconds later. The start time tells a watched process from a later one with its number.

# The owner decides when things end, not a Ctrl-C that reaches everybody.
trap '' HUP INT TERM

started() {
  ps -o lstart= -p "$1" 2>/dev/null | tr ' ' '_'
}

alive() {
  kill -0 "$1" 2>/dev/null && [ "$(started "$1")" = "$2" ]
}

watched=''
while read -r verb pid signal; do
  others=''
  for entry in $watched; do
    [ "${entry%%/*}" = "$pid" ] || others="$others $entry"
  done
  watched=$others
  [ "$verb" = watch ] && watched="$watched $pid/$signal/$(started "$pid")"
done

each_alive() {
  for entry in $watched; do
    pid=${entry%%/*}
    rest=${entry#*/}
    alive "$pid" "${rest#*/}" && "$@" "$pid" "${rest%%/*}"
  done
}

farewell() {
  kill -s "$2" "$1"
  kill -s CONT "$1"
}

end() {
  kill -s KILL "$1"
}

each_alive farewell
for second in 1 2 3 4 5; do
  [ -z "$(each_alive echo)" ] && exit 0
  sleep 1
done
each_alive end
