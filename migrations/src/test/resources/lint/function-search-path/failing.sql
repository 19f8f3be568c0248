create schema shop;

create function shop.order_count() returns bigint
  language sql stable security definer
as $function$
  select count(*) from public.tenants
$function$;
