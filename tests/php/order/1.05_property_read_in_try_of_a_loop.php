<?php
// rule: 1.5
// Methods of objects in properties, in a loop whose handler goes on with it.
class V { private $w = 'w'; function normalize($x) { if ($x === 'bad') throw new Exception("no $x"); return "$x.0"; } }
class R {
    private $v; private $seen = []; private $log;
    function __construct() { $this->v = new V; }
    function run(array $tags, $d) {
        foreach ($tags as $t => $id) {
            try {
                $data = $d[$id] ?? null;
                if ($data === null) { $this->seen[] = $id; continue; }
                if (isset($data['v'])) {
                    $data['n'] = $this->v->normalize($data['v']);
                } else {
                    $data['v'] = $t;
                    $data['n'] = $this->v->normalize($t);
                }
                $data['m'] = $this->log->nothing ?? $data['n'];
                $this->seen[] = $data;
            } catch (Exception $e) {
                $this->seen[] = $e->getMessage() . $t;
                continue;
            }
            $this->log = null;
        }
        return $this->seen;
    }
}
echo json_encode((new R)->run(['a' => 1, 'bad' => 2, 'c' => 3, 'd' => 4], [1 => ['v' => '1'], 2 => [], 3 => ['v' => 'bad']])), "\n";
