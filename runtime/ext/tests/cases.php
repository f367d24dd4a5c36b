<?php
// Prints one line a call: name, arguments, result and last warning, for tests/builtins.rs. Run with the reference php:
//     php cases.php > cases.tsv
error_reporting(E_ALL); ini_set('display_errors', 0);
$calls = [];
function c($f, ...$args) { global $calls; $calls[] = [$f, $args]; }
foreach (["hello world", "", "a", "ÄÖü", "  trim me \n", "0", "12abc", "The quick brown fox", "aaa", "x,y,,z", "<a href='x'>T&amp;\"q\"</a>"] as $s) {
    foreach (['strlen','strtoupper','strtolower','ucfirst','lcfirst','ucwords','strrev','trim','ltrim','rtrim','md5','sha1','crc32','bin2hex','base64_encode','urlencode','rawurlencode','htmlspecialchars','htmlentities','html_entity_decode','htmlspecialchars_decode','addslashes','stripslashes','nl2br','quotemeta','strip_tags','str_rot13','ord','soundex','count_chars','str_split','str_word_count','escapeshellarg','quoted_printable_encode','is_numeric','intval','floatval','boolval','serialize','parse_url','basename','dirname','pathinfo','ctype_alpha','ctype_digit','ctype_space','ctype_punct','urldecode','hexdec','bindec','octdec','stripcslashes','utf8_encode'] as $f) c($f, $s);
    foreach ([0,1,-1,3,-3,100,-100] as $o) { c('substr',$s,$o); c('substr',$s,$o,2); c('substr',$s,$o,-1); c('str_pad',$s,abs($o)%20,'*-',2); c('str_repeat',$s,$o); c('strpos',$s,'l',$o); c('strrpos',$s,'l',$o); c('substr_count',$s,'a',$o); c('chunk_split',$s,$o,'|'); c('explode',',',$s,$o); c('str_split',$s,$o); c('wordwrap',$s,$o,"\n",true); c('wordwrap',$s,$o,"\n",false); c('substr_replace',$s,'XY',$o); c('substr_replace',$s,'XY',$o,1); c('strspn',$s,'helo',$o); c('strcspn',$s,'wd',$o,5); }
    foreach (['o','lo','','world','A','zzz'] as $n) { c('strpos',$s,$n); c('stripos',$s,$n); c('strstr',$s,$n); c('strrchr',$s,$n); c('stristr',$s,$n,true); c('str_contains',$s,$n); c('str_starts_with',$s,$n); c('str_ends_with',$s,$n); c('str_replace',$n,'[]',$s); c('str_ireplace',$n,'[]',$s); c('strtr',$s,$n,'qrs'); c('explode',$n,$s); c('strcmp',$s,$n); c('strcasecmp',$s,$n); c('strncmp',$s,$n,2); c('strnatcmp',$s,$n); c('similar_text',$s,$n); c('levenshtein',$s,$n); c('trim',$s,$n); c('addcslashes',$s,$n); c('substr_count',$s,$n); c('strpbrk',$s,$n); c('implode',$n,[$s,1,2.5,true,null]); c('substr_compare',$s,$n,0); }
}
c('trim','abcXcba','a..c'); c('trim','a..b','..'); c('strtr','Hi all',['Hi'=>'Hello','Hello'=>'x','a'=>'b']); c('strtr','x',[]); c('strtr','abc',['ab'=>'1','abc'=>'2',''=>'3']);
c('str_replace',['a','b'],['b','c'],'aabb'); c('str_replace',['a','b'],'x',['k'=>'ab',3=>'ba',4=>[1]]); c('substr_replace',['abc','def'],['1','2'],[0,1],[1,2]);
foreach (['%s','%d','%5d','%-5d|','%05d','%+d','%x','%X','%o','%b','%c','%e','%.2e','%f','%.2f','%10.3f','%-10.2f|','%g','%.3g','%G','%u','%\'*10s','%10.4f','%%','%5.1s|','%2$s %1$s','%s %s %s','%','%z','%05.1f','%h','%.15g','%-05d|'] as $f) foreach ([[42,'x'],[-42,'y'],[3.14159,'z'],['12abc','w'],[1e15,'v'],[0.00001234,'u'],[true,null]] as $a) { c('sprintf',$f,...$a); c('vsprintf',$f,$a); }
foreach ([0,1,-1,0.5,1.5,2.5,-0.5,-1.5,1.005,1234.5678,1e15,1e16,0.285,1.955,5.055,-3.7,123456789.12345678,"12.5",1.45,9.995,INF,NAN] as $n) { foreach ([0,1,2,-1,-2,5] as $p) { c('round',$n,$p); c('number_format',$n,$p); c('number_format',$n,$p,',','.'); } c('round',$n,0,PHP_ROUND_HALF_EVEN); c('round',$n,1,PHP_ROUND_HALF_DOWN); c('round',$n,0,PHP_ROUND_HALF_ODD); foreach (['floor','ceil','abs','sqrt','is_nan','is_finite','is_infinite','sin','exp','log','intval','var_export','print_r','serialize','gettype','strval'] as $f) { $args=[$n]; if (in_array($f,['var_export','print_r'])) $args[]=true; c($f,...$args); } c('fmod',$n,3); c('pow',$n,2); c('fdiv',$n,0); }
foreach ([[7,2],[-7,2],[7,0],[PHP_INT_MIN,-1]] as $a) c('intdiv',...$a);
foreach ([['ff',16,2],['zz',36,10],['102',2,10],['1.5',10,2],['777',8,16]] as $a) c('base_convert',...$a);
c('dechex',255); c('decbin',-1); c('decoct',8); c('hexdec','0xff'); c('hexdec','fffffffffffffffff'); c('log',8,2); c('log',100,10); c('log',1,0); c('max',1,2.5,'3'); c('max',[]); c('max',[1,5,3]); c('min','abc',0); c('min',[2,1.5]); c('max',1);
foreach ([[1,10],[10,1],[0,10,5],[1,2,0.5],['a','e'],['e','a',2],['a','z',100],[1,3,-1],[3,1,1],['1','3'],['A',5],[1,2,5],[0.1,0.5,0.1],['',3],['aa','cc'],[5,5],[1,10,0],['1.5',3]] as $a) c('range',...$a);
$lists = [[], [1,2,3], ['a'=>1,'b'=>2,'c'=>1], [3,'3',3.0,'x',null,true,'1e1','10'], ['x'=>['y'=>1],'z'=>[1,2]], [5=>'e',1=>'a',9=>'z'], ['banana','apple','Cherry','img12','img10','img2','IMG1'], [1.5,-2,0,'7'], ['10',9,'1e1',8.5,'abc',true]];
foreach ($lists as $l) {
    foreach (['count','array_keys','array_values','array_reverse','array_flip','array_unique','array_sum','array_product','array_is_list','array_key_first','array_key_last','array_change_key_case','array_count_values','serialize','current','key','array_filter','json_x'] as $f) if ($f!='json_x') c($f,$l);
    foreach (['print_r','var_export'] as $f) c($f,$l,true);
    c('array_reverse',$l,true); c('array_slice',$l,1); c('array_slice',$l,-2,1); c('array_slice',$l,0,2,true); c('array_chunk',$l,2); c('array_chunk',$l,2,true); c('array_chunk',$l,0); c('array_pad',$l,5,0); c('array_pad',$l,-5,'p'); c('array_fill_keys',$l,0); c('array_search',3,$l); c('array_search','3',$l,true); c('in_array','abc',$l); c('in_array',0,$l); c('in_array',null,$l); c('array_keys',$l,1); c('array_unique',$l,SORT_REGULAR); c('array_unique',$l,SORT_NUMERIC); c('http_build_query',$l); c('implode',',',$l); c('count',$l,1); c('array_combine',$l,$l); c('array_column',$l,'y'); c('max',$l); c('min',$l); c('array_key_exists','a',$l); c('array_map',null,$l,[1,2]); c('array_map','strval',[1,2.5,true]);
    foreach ($lists as $m) { foreach (['array_merge','array_merge_recursive','array_replace','array_replace_recursive','array_diff','array_diff_key','array_diff_assoc','array_intersect','array_intersect_key','array_intersect_assoc'] as $f) c($f,$l,$m); }
}
c('array_fill',5,3,'x'); c('array_fill',0,-1,0); c('array_map','strtoupper',['a'=>'x','b'=>'y']); c('array_filter',[1,0,2,null,3]); c('array_filter',['a'=>1,'b'=>2],'strlen',ARRAY_FILTER_USE_KEY); c('array_reduce',[1,2,3],'max',0); c('array_combine',[1,2],[1]); c('array_column',[['id'=>3,'v'=>'a'],['id'=>5,'v'=>'b']],'v','id'); c('array_column',[['id'=>3,'v'=>'a'],['x'=>1]],null,'id'); c('array_udiff',[1,5,3],[3],'strcmp'); c('array_uintersect',['A','b'],['a'],'strcasecmp'); c('array_diff_ukey',['a'=>1,'b'=>2],['A'=>1],'strcasecmp');
foreach (['http://user:pa@host:8080/p/a?q=1#f','//h/p','/a/b?c','mailto:x@y','host:80','http:///x','a.php?x=1','http://h:99999','file:///etc/x','x:y:z','http://[::1]:80/','?q','#f',''] as $u) { c('parse_url',$u); c('parse_url',$u,PHP_URL_HOST); }
foreach (['/a/b.c.txt','b','/','a/','/a','./x','..','a//b//','/a/b/','x.','.htaccess'] as $p) { c('basename',$p); c('dirname',$p); c('pathinfo',$p); c('dirname',$p,2); c('basename',$p,'.txt'); }
foreach ([['1.0','1.0.1'],['5.2','5.10'],['1.0-dev','1.0'],['1.0rc1','1.0RC1'],['1.0b','1.0a'],['1','1.0'],['','1'],['1.0pl1','1.0'],['8.4.0alpha','8.4.0']] as $v) { c('version_compare',...$v); c('version_compare',...[...$v,'<']); c('version_compare',...[...$v,'ge']); }
foreach ([['C*',1,2,255],['nvN',1,2,3],['a5A5Z5','ab','cd','ef'],['H*','abc'],['h4','1234'],['q',-1],['J',5],['d',1.5],['f',0.5],['x2C',7],['C','x'],['@4C',1],['N2',1]] as $a) c('pack',...$a);
foreach ([['C*','abc'],['nx/vy',"\1\2\3\4"],['a3x/A3y','ab cd '],['H4h','ab'],['c2a/nb',"\xff\x01\x02\x03"],['N','ab'],['d',pack('d',2.5)],['Z*z',"ab\0c"],['q',pack('q',-5)]] as $a) c('unpack',...$a);
foreach (['i:5;','s:3:"abc";','a:2:{i:0;i:1;s:1:"k";d:0.5;}','b:1;','N;','x','i:5','s:5:"abc";','d:INF;','O:8:"stdClass":1:{s:1:"a";i:1;}','a:2:{i:0;a:0:{}i:1;r:2;}','i:1;junk','E:3:"A:B";'] as $s) { c('unserialize',$s); }
foreach ([['12 apples','%d %s'],['abc','%2c'],['x:1f','x:%x'],['a b','%s %s %s'],['[ab]','[%[a-z]]'],['5.5kg','%f%s'],['','%d'],['12','%d%n']] as $a) c('sscanf',...$a);
foreach (['a,b,c','"a ""q"" b",c',' x , y ','a;b','','"multi'."\n".'line",2','"a"b,c'] as $s) c('str_getcsv',$s,',','"','\\');
foreach (['a=1&b[]=2&b[]=3&c[x][y]=4&d.e=5&f g=6&a=7','=x&&k','x[=1'] as $s) c('urldecode',$s);
foreach (['md5','sha256','sha512','crc32b','crc32','adler32','fnv1a32','fnv164','joaat','sha3-256','ripemd160','whirlpool','md4','crc32c','nope'] as $a) { c('hash',$a,'hello'); c('hash_hmac',$a,'hello','key'); }
c('hash_pbkdf2','sha256','pw','salt',2,20); c('hash_equals','a','b'); c('uniqid_x'); array_pop($calls);
c('array_key_exists',1.5,[1=>1]); c('strval',1.0); c('settype_x'); array_pop($calls); c('get_debug_type',1.5); c('gettype',null); c('is_callable','strlen'); c('is_callable','nope'); c('call_user_func','strtoupper','x'); c('call_user_func_array','str_repeat',['x',3]); c('call_user_func_array','str_pad',['string'=>'x','length'=>3]); c('function_exists','STRLEN'); c('constant','PHP_EOL'); c('defined','M_PI'); c('constant','NOPE'); c('long2ip',3232235777); c('ip2long','192.168.1.1'); c('ip2long','x'); c('inet_pton','::1');
c('strlen'); c('strlen',1,2); c('strlen',[]); c('str_repeat','x','y'); c('strpos',null,'a'); c('substr','abc','1'); c('substr','abc',1.5); c('in_array',1,'x'); c('array_map','nope',[1]); c('number_format','abc'); c('round','1.5'); c('implode',5); c('implode',','); c('explode','','x'); c('array_chunk',[1],-1); c('str_pad','x',5,''); c('range',1,2,3,4); c('htmlspecialchars','a',99,'UTF-8',false); c('htmlspecialchars','&lt;&x;&#39; <',ENT_QUOTES,'UTF-8',false); c('htmlspecialchars',"a\xffb"); c('htmlspecialchars',"it's",ENT_QUOTES|ENT_HTML5); c('html_entity_decode','&eacute;&copy;&#8364;&#x41;&apos;&nope;&amp;lt;'); c('html_entity_decode','&apos;&hearts;&NotEqualTilde;',ENT_QUOTES|ENT_HTML5); c('htmlentities','é€<'); c('strip_tags','<p>a<b>c</b><!-- x --><?php y ?>d</p>','<b>'); c('nl2br',"a\r\nb\nc\r"); c('ucwords','hello-world foo','-'); c('money_x'); array_pop($calls); c('array_splice_x'); array_pop($calls);
c('str_word_count','Hello fri3nd, you\'re ok-ay',1); c('str_word_count','a b c',2); c('str_word_count','a1 b',0,'1..9'); c('array_multisort',[3,1,2]);
foreach (['a.txt'=>'*.txt','ab'=>'a?','[x'=>'[[]x'] as $k=>$v) c('fnmatch',$v,$k);
foreach (['80M','1g','-1','5K'] as $q) c('ini_parse_quantity',$q);
foreach ([['%5d|%-5d|%05d',1,2,3],['%1$s %1$s','a'],['%3$s','a'],['%0$s','a'],["%'010d",42],['%+.1e',12345.678],['%5.5s|','abcdefgh'],['%-10s|','abc'],['%s',[1]],['%d','1e3'],['%d',1e20],['%c%c',72,300],['%5c','x'],['%.60f',1.5],['%*d',5,42],['%.*f',2,3.14159],['%-*d|',5,42],['%.-1f',1],['%10.2e',0.00015],['%G',0.00000123],['%g',123456789.0],['%b',10]] as $a) c('sprintf',...$a);
foreach (['$2y$10$abcdefghijklmnopqrstuuEJ6Q1ypv8u9ZlF4kR1R7k1kF2Q1cO','x'] as $h) { c('password_get_info',$h); c('password_verify','secret',$h); }
c('crypt','rasmuslerdorf','$2a$07$usesomesillystringforsalt$'); c('nl2br',"x\ny",false); c('lcfirst','ABC'); c('similar_text','World','Word'); c('levenshtein','kitten','sitting',1,2,3); c('quoted_printable_decode','=41=\r\nB=3D'); c('strncasecmp','ABC','abd',3); c('strncmp','a','b',-1); c('str_word_count','x',5); c('substr_count','a','',1); c('array_rand',[],1); c('array_fill_keys',['a',5,1.5,null],0); c('array_product',['2',3.5]); c('array_sum',[1,'2x',[3],'a',true,null,1.5]); c('checkdate_x'); array_pop($calls);
// By reference: the variable's new value counts too.
foreach ($lists as $l) {
    foreach (['sort','rsort','asort','arsort','ksort','krsort'] as $f) foreach ([SORT_REGULAR,SORT_NUMERIC,SORT_STRING,SORT_STRING|SORT_FLAG_CASE,SORT_NATURAL] as $flag) { if (array_filter($l,'is_array')) continue; c("&$f",$l,$flag); }
    foreach (['natsort','natcasesort','array_pop','array_shift','reset','end','next','prev'] as $f) { if ($f[0]=='n' && array_filter($l,'is_array')) continue; c("&$f",$l); }
    c('&array_push',$l,'new',2); c('&array_unshift',$l,'new',2); c('&array_splice',$l,1,1,['x','y']); c('&array_splice',$l,-1); c('&array_splice',$l,0,0,'z'); c('&array_splice',$l,1,-1);
    if (!array_filter($l,'is_array')) { c('&usort',$l,'strcmp'); c('&uasort',$l,'strnatcmp'); c('&uksort',$l,'strcmp'); }
}
mt_srand(5); $big = []; for ($i = 0; $i < 100; $i++) $big[] = mt_rand(0, 30) % 3 ? mt_rand(0, 30) : "s" . mt_rand(0, 9);
foreach (['sort','rsort','asort','arsort'] as $f) { c("&$f",$big); c("&$f",array_merge($big,$big,$big,['x',1.5,null]),SORT_STRING); }
c('&settype','12abc','int'); c('&settype',1.5,'string'); c('&settype','x','nope'); c('&settype',5,'array');
c('mt_srand',42); for ($i = 0; $i < 5; $i++) { c('mt_rand'); c('mt_rand',1,6); c('rand',1,100); c('mt_rand',0,PHP_INT_MAX); }
c('&shuffle',range(1,10)); c('str_shuffle','abcdefghij'); c('array_rand',range(1,10),3); c('array_rand',['a'=>1,'b'=>2,'c'=>3],2); c('array_rand',['a'=>1,'b'=>2]); c('mt_srand',3,MT_RAND_PHP); c('mt_rand',1,1000); c('rand',5,1); c('rand');
// What is printed counts as the result.
foreach ([...$lists, 5, 1.0, -0.0, 1e100, 'str', true, null, [[1,[2]],[]], new stdClass, (object)['a'=>1,'5'=>[2]]] as $v) { if (!is_object($v)) c('>var_dump',$v); c('>print_r',$v); c('>var_export',$v); c('serialize',$v); }
c('>var_dump',1,'a',[]); c('>printf','%05d|%s',42,'x'); c('>vprintf','%s-%s',['a','b']);
c('str_increment','Az'); array_pop($calls);
foreach ($calls as [$f, $args]) {
    error_clear_last();
    try {
        if ($f[0] == '&') { $var = $args[0]; $g = substr($f, 1); $r = ['r', @$g($var, ...array_slice($args, 1)), $var]; }
        elseif ($f[0] == '>') { ob_start(); @(substr($f, 1))(...$args); $r = ['r', ob_get_clean()]; }
        else $r = ['r', @$f(...$args)];
    } catch (Throwable $e) { $r = ['t', get_class($e), $e->getMessage()]; }
    $w = error_get_last();
    echo $f, "\t", base64_encode(serialize($args)), "\t", base64_encode(serialize($r)), "\t", base64_encode($w['message'] ?? ''), "\n";
}
